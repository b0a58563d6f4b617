import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saoPauloBlog } from '../e2e/price-server/sao-paulo-blog';
import { type PriceServer, startPriceServer } from '../e2e/price-server/start-price-server';
import { loadBundledBooks } from '../shared/pricing/bundled-books';
import { estimate } from '../shared/pricing/estimate';
import { writeBill } from '../shared/pricing/report/bill-report';
import { resolve } from '../shared/topology/resolve';
import { readDesignFile } from './parts/read-design-file';
import { buildCli, example, makeFolder, type Outcome, runCliIn } from './testing/run-cli';

beforeAll(buildCli);

const SECRET = 'canary/secret/AAAAAAAAAAAAAAAAAAAAAAAAAA';

let folder = makeFolder();
folder.remove();
let server: PriceServer;
beforeEach(async () => {
  folder = makeFolder();
  server = await startPriceServer();
});
afterEach(async () => {
  await server.stop();
  folder.remove();
});

const write = (name: string, text: string): string => {
  const path = folder.path(name);
  writeFileSync(path, text);
  return path;
};

/** Runs it as somebody who has a profile `work`, an empty cache of their own, and the loopback server for AWS. */
const run = (...args: readonly string[]): Promise<Outcome> =>
  runCliIn(
    {
      XDG_CONFIG_HOME: folder.path('settings'),
      AWS_CONFIG_FILE: write('config', '[profile tools]\ncredential_process = /bin/false\n'),
      AWS_SHARED_CREDENTIALS_FILE: write(
        'credentials',
        `[work]\naws_access_key_id = AKIACANARY0000000000\naws_secret_access_key = ${SECRET}\n`,
      ),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL_PRICING: server.url,
      AWS_PROFILE: '',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
    },
    ...args,
  );

interface Bill {
  readonly monthly: string;
  readonly upfront: string;
  readonly lines: readonly { readonly item: string; readonly monthly: string | null; readonly origin: string | null }[];
}
const readJson = <T>(text: string): T => JSON.parse(text);
const bill = async (...args: readonly string[]): Promise<Bill> => {
  const { code, out, error } = await run('price', '--format', 'json', ...args);
  if (code !== 0) throw new Error(error);
  return readJson<Bill>(out);
};
const originsOf = ({ lines }: Bill) => Object.fromEntries(lines.map(({ item, origin }) => [item, origin]));

describe('price', () => {
  it('prints lines that add up to the total, the same as everywhere', async () => {
    const { out } = await run('price', '--format', 'json', example('high-power-wordpress'));
    const { monthly, lines } = readJson<Bill>(out);
    const sum = lines.reduce((micros, line) => micros + Math.round(Number(line.monthly ?? 0) * 1e6), 0);
    expect(sum).toBe(Math.round(Number(monthly) * 1e6));
    expect(Number(monthly)).toBeGreaterThan(500);
    const read = await readDesignFile(example('high-power-wordpress'));
    if (!read.ok) throw new Error(read.error.message);
    const books = await loadBundledBooks();
    expect(out).toBe(writeBill(read.value, estimate(resolve(read.value), books), 'json'));
  });

  it('prints a table for people, and Markdown', async () => {
    const { out } = await run('price', example('low-power-wordpress'));
    expect(out).toMatch(/WordPress server +t3\.small/);
    expect(out).toMatch(/Total: .*\$[\d,.]+\/mo \(Expected, On-Demand, 730 hours\)/);
    const { out: markdown } = await run('price', '--format', 'markdown', example('low-power-wordpress'));
    expect(markdown).toMatch(/^# .*\n\n\| Element \|/);
  });

  it('writes names that can steer neither terminal nor spreadsheet', async () => {
    const text = readFileSync(example('low-power-wordpress'), 'utf8').replace(
      '"name": "WordPress server"',
      '"name": "=HYPERLINK(\\"x\\"),1\\u202e\\u001b[31m"',
    );
    const path = write('formula.stratiform', text);
    const { out } = await run('price', '--format', 'csv', path);
    expect(out).toContain(`"'=HYPERLINK(""x""),1`);
    expect(out).not.toMatch(/(^|,)"?[=+@]/m);
    const { out: table } = await run('price', path);
    expect(table).toContain('=HYPERLINK("x"),1\\u{202e}\\u{1b}[31m');
    for (const mark of ['\u001b', '\u202e']) expect(table).not.toContain(mark);
  });

  it('takes a scenario by id or name, and a purchase plan', async () => {
    const file = example('high-power-wordpress');
    const expected = await bill(file);
    const launch = await bill(file, '--scenario', 'Launch day');
    expect(Number(launch.monthly)).toBeGreaterThan(Number(expected.monthly));
    expect(Number((await bill(file, '--scenario', 'quiet')).monthly)).toBeLessThan(Number(expected.monthly));
    const reserved = await bill(file, '--plan', 'reserved-1y-no');
    expect(Number(reserved.monthly)).toBeLessThan(Number(expected.monthly));
    expect((await run('price', file, '--plan', 'reserved-1y-no', '--scenario', 'launch-day')).out).toMatch(
      /\(Launch day, Reserved 1 year, nothing upfront, 730 hours\)/,
    );
  });

  it('tells what development costs, and judges it apart', async () => {
    const twofold = readFileSync(example('high-power-wordpress'), 'utf8').replace(
      /("kind": "rds-instance",[\s\S]*?"frame": [^\n]*\n)/,
      '$1      "development": { "instanceClass": "db.t4g.micro", "multiAz": false },\n',
    );
    const file = write('twofold.stratiform', twofold);
    const production = Number((await bill(file)).monthly);
    expect(Number((await bill(file, '--environment', 'production')).monthly)).toBe(production);
    const development = Number((await bill(file, '--environment', 'development')).monthly);
    expect(development).toBeLessThan(production - 100);
    const most = ['--fail-on', 'none', '--max-monthly', String(Math.round(production - 50))];
    expect((await run('validate', file, ...most)).code).toBe(1);
    expect((await run('validate', file, ...most, '--environment', 'development')).code).toBe(0);
  });

  it('tells what a change costs', async () => {
    const old = example('low-power-wordpress');
    const next = write('next.stratiform', readFileSync(old, 'utf8').replace('t3.small', 't3.medium'));
    const { code, out } = await run('price', '--diff', old, next);
    expect(code).toBe(0);
    expect(out).toMatch(/WordPress server +t3\.medium.* +\$15\.18 +\$30\.37 +\+\$15\.18/);
    const { monthly, lines } = readJson<{
      readonly monthly: { readonly change: string };
      readonly lines: readonly { readonly item: string; readonly change: string }[];
    }>((await run('price', '--diff', old, next, '--format', 'json')).out);
    expect(lines.map(({ item, change }) => [item, change])).toEqual([['instance-hours', monthly.change]]);
  });

  it.each([
    [['--scenario', 'apocalypse'], /no scenario "apocalypse".*quiet, expected, launch-day/],
    [['--plan', 'lease'], /reserved-1y-no/],
    [['--profile', 'work'], /Add --live/],
    [['--live', '--bundled'], /--bundled.*--live/],
    [['--live', '--max-age', 'old'], /number of hours/],
    [['--diff', 'nowhere.stratiform'], /nowhere\.stratiform: There is no such file/],
  ])('refuses %j', async (args, message) => {
    const { code, out, error } = await run('price', example('low-power-wordpress'), ...args);
    expect([code, out, error]).toEqual([2, '', expect.stringMatching(message)]);
  });
});

describe('live prices', () => {
  it('are read for what the design needs, kept, and taken from the cache the next time', async () => {
    const file = write('blog.stratiform', saoPauloBlog());
    const bundled = await bill(file);
    expect(new Set(Object.values(originsOf(bundled)))).toEqual(new Set(['bundled', null]));
    const { code, out, error } = await run(
      ...['price', file, '--live', '--profile', 'work', '--endpoint-region', 'eu-central-1', '--format', 'json'],
    );
    expect([code, error]).toEqual([0, expect.stringMatching(/^\d+ prices read in \d+ requests, 0 recent/)]);
    expect(originsOf(readJson<Bill>(out))).toMatchObject({ 'instance-hours': 'live', 'volume-storage': 'live' });
    expect(new Set(server.seen.map(({ endpointRegion }) => endpointRegion))).toEqual(new Set(['eu-central-1']));
    expect(originsOf(await bill(file))).toMatchObject({ 'instance-hours': 'cached' });
    expect(originsOf(await bill(file, '--bundled'))).toEqual(originsOf(bundled));
  });

  it('fall back to those at hand when the service fails, with one line that says why', async () => {
    const file = write('blog.stratiform', saoPauloBlog());
    server.setFault('expired-token');
    const { code, out, error } = await run('price', file, '--live', '--profile', 'work', '--format', 'json');
    expect(code).toBe(0);
    expect(readJson<Bill>(out)).toEqual(await bill(file));
    expect(error).toMatch(/^The AWS credentials have expired\..*stay in use\.$/m);
    expect(error).not.toContain(SECRET);
  });
});

describe('prices', () => {
  it('refresh fills the cache; status shows it with its age and the profiles', async () => {
    const file = write('blog.stratiform', saoPauloBlog());
    expect((await run('prices', 'refresh', file, '--profile', 'work')).code).toBe(0);
    const asked = server.seen.length;
    const { error } = await run('prices', 'refresh', file, '--profile', 'work');
    expect(error).toMatch(/^0 prices read/);
    const { out } = await run('prices', 'status', '--format', 'json');
    const status = readJson<{
      readonly cached: readonly { readonly region: string; readonly prices: number }[];
      readonly profiles: readonly { readonly name: string; readonly runsProgram: boolean }[];
    }>(out);
    expect(status.cached).toContainEqual(expect.objectContaining({ region: 'sa-east-1' }));
    expect(status.profiles).toEqual([
      { name: 'tools', runsProgram: true },
      { name: 'work', runsProgram: false },
    ]);
    const { out: text } = await run('prices', 'status');
    expect(text).toMatch(/^sa-east-1 +\d+ cached +20\d\d-\d\d-\d\d to /m);
    expect(text).toMatch(/Profiles: tools \(runs a program\), work/);
    expect(asked).toBeGreaterThan(0);
  });

  it('refresh fails with 2 for an unknown profile, a failing service, and a file it cannot read', async () => {
    const file = write('blog.stratiform', saoPauloBlog());
    const unknown = await run('prices', 'refresh', file, '--profile', 'nobody');
    expect([unknown.code, unknown.error]).toEqual([2, expect.stringMatching(/no such profile/)]);
    server.setFault('access-denied');
    const refused = await run('prices', 'refresh', file, '--profile', 'work');
    expect([refused.code, refused.error]).toEqual([2, expect.stringMatching(/AWS refused/)]);
    expect(refused.error).not.toMatch(/123456789012|someone/);
    expect((await run('prices', 'refresh', 'nowhere.stratiform')).code).toBe(2);
  });
});
