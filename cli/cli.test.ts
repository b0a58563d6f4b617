import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, example, makeFolder, runCli, runProgram, runSources } from './testing/run-cli';

beforeAll(buildCli);

let folder = makeFolder();
folder.remove();
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const write = (name: string, text: string): string => {
  const path = folder.path(name);
  writeFileSync(path, text);
  return path;
};

interface ValidateReport {
  readonly version: number;
  readonly files: readonly {
    readonly file: string;
    readonly design?: string;
    readonly error?: { readonly message: string };
    readonly findings?: readonly {
      readonly ruleId: string;
      readonly status: string;
      readonly severity: string;
      readonly message: string;
      readonly subjects: { readonly elements: readonly string[]; readonly connections: readonly string[] };
    }[];
  }[];
}

const readJson = <T>(text: string): T => JSON.parse(text);

describe('validate', () => {
  it('shows the three faults of the three-tier shop and fails', async () => {
    const { code, out } = await runCli('validate', example('three-tier-with-faults'));
    expect(code).toBe(1);
    for (const rule of ['AVL-01', 'STA-01', 'NET-01']) expect(out).toContain(rule);
    expect(out).toMatch(/three-tier-with-faults\.stratiform: 8 errors, 4 warnings, 2 info, 2 open questions/);
  });

  it('passes the high-power site', async () => {
    const { code, out, error } = await runCli('validate', '--fail-on', 'warning', example('high-power-wordpress'));
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/0 errors, 0 warnings/);
  });

  it('prints documented JSON for several files, and raises the bar as asked', async () => {
    const files = [example('low-power-wordpress'), example('three-tier-with-faults')];
    const { code, out } = await runCli('validate', '--format', 'json', '--fail-on', 'none', ...files);
    expect(code).toBe(0);
    const report = readJson<ValidateReport>(out);
    expect([report.version, report.files.map(({ file }) => file)]).toEqual([1, files]);
    expect(report.files[1]?.findings?.find(({ ruleId }) => ruleId === 'NET-01')).toMatchObject({
      status: 'fail',
      severity: 'error',
      subjects: { elements: ['orders-database'], connections: [] },
    });
  });

  it('checks the other files where one cannot be read, and says 2', async () => {
    const broken = write('broken.stratiform', '{ "format": "stratiform", "version": 1,');
    const { code, out, error } = await runCli('validate', '--format', 'json', broken, example('microservices'));
    expect(code).toBe(2);
    const report = readJson<ValidateReport>(out);
    expect(report.files[0]?.error?.message).toMatch(/cut off/);
    expect(report.files[1]?.design).toBe('Microservices with queues');
    expect(error).toMatch(/broken\.stratiform: The file is cut off/);
  });

  it.each([
    ['nothing there', () => folder.path('gone'), /no such file/],
    ['a folder', () => dirname(folder.path('x')), /a folder/],
    ['a device', () => '/dev/zero', /not a regular file/],
    ['a newer version', () => write('new', '{"format":"stratiform","version":9}'), /newer Stratiform/],
    ['bytes of another encoding', () => folder.path('latin'), /not UTF-8/],
  ])('says what is wrong with %s', async (what, path, message) => {
    const text = readFileSync(example('microservices'), 'latin1').replace('Catalogue', 'Catalog\u00e9');
    if (what.startsWith('bytes')) writeFileSync(folder.path('latin'), text, 'latin1');
    const { code, error } = await runCli('validate', path());
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  it('does not hang on a pipe nobody writes to', async () => {
    execFileSync('mkfifo', [folder.path('pipe')]);
    const { code, error } = await runCli('validate', folder.path('pipe'));
    expect([code, error]).toEqual([2, expect.stringMatching(/not a regular file/)]);
  });

  it('lets no name steer the terminal', async () => {
    const text = readFileSync(example('three-tier-with-faults'), 'utf8').replace(
      '"name": "Orders database"',
      '"name": "\\u001b[2J\\u202eOrders"',
    );
    const { out } = await runCli('validate', write('escape.stratiform', text));
    expect(out).toContain('\\u{1b}[2J\\u{202e}Orders');
    expect(out.includes('\u001b')).toBe(false);
  });
});

describe('export', () => {
  const target = ['--target', 'cloudformation-yaml'];

  it('writes a template, and replaces none without --force', async () => {
    const out = folder.path('template.yaml');
    const args = ['export', example('high-power-wordpress'), ...target, '--out', out];
    expect((await runCli(...args)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^AWSTemplateFormatVersion/);
    writeFileSync(out, 'mine');
    const refused = await runCli(...args);
    expect([refused.code, refused.error]).toEqual([2, expect.stringMatching(/exists already and was left as it is/)]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await runCli(...args, '--force')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^AWSTemplateFormatVersion/);
    expect(readdirSync(dirname(out))).toEqual(['template.yaml']);
  });

  it('writes a CDK project into a folder, and replaces none without --force', async () => {
    const out = folder.path('new/project');
    const args = ['export', example('high-power-wordpress'), '--target', 'cdk-typescript', '--out', out];
    expect((await runCli(...args)).code).toBe(0);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(['bin', 'cdk.json', 'lib', 'package.json', 'test']));
    writeFileSync(`${out}/cdk.json`, 'mine');
    const refused = await runCli(...args);
    expect([refused.code, refused.error]).toEqual([2, expect.stringMatching(/exists already and was left as it is/)]);
    expect(readFileSync(`${out}/cdk.json`, 'utf8')).toBe('mine');
    expect((await runCli(...args, '--force')).code).toBe(0);
    expect(readFileSync(`${out}/cdk.json`, 'utf8')).toContain('npx tsx');
    const printed = await runCli(...args.slice(0, -1), '-');
    expect([printed.code, printed.error]).toEqual([2, expect.stringMatching(/name of a folder/)]);
  });

  it('prints JSON to standard output', async () => {
    const { code, out } = await runCli(
      'export',
      example('microservices'),
      '--target',
      'cloudformation-json',
      '--out',
      '-',
    );
    expect(code).toBe(0);
    expect(readJson<{ readonly Resources: object }>(out).Resources).toBeTypeOf('object');
  });

  it('writes one template a Region into a folder', async () => {
    const region = (id: string, code: string, x: number) => ({
      id,
      kind: 'region',
      name: id,
      frame: { x, y: 0, width: 400, height: 300 },
      settings: { code },
    });
    const bucket = (id: string, parent: string) => ({
      id,
      kind: 's3-bucket',
      name: id,
      parent,
      frame: { x: 16, y: 52, width: 176, height: 72 },
    });
    const elements = [
      region('r1', 'us-east-1', 0),
      region('r2', 'eu-west-1', 600),
      bucket('b1', 'r1'),
      bucket('b2', 'r2'),
    ];
    const file = write(
      'two',
      JSON.stringify({ format: 'stratiform', version: 1, name: 'Two', elements, connections: [] }),
    );
    const refused = await runCli('export', file, ...target, '--out', folder.path('one.yaml'));
    expect([refused.code, refused.error]).toEqual([2, expect.stringMatching(/2 templates.*folder that exists/)]);
    mkdirSync(folder.path('out'));
    expect((await runCli('export', file, ...target, '--out', folder.path('out'))).code).toBe(0);
    expect(readdirSync(folder.path('out'))).toHaveLength(2);
  });

  it('says when there is nothing to deploy or nowhere to write', async () => {
    const empty = write(
      'empty',
      JSON.stringify({ format: 'stratiform', version: 1, name: 'x', elements: [], connections: [] }),
    );
    expect((await runCli('export', empty, ...target, '--out', folder.path('x'))).error).toMatch(
      /nothing that can be deployed/,
    );
    const nowhere = folder.path('no/such/folder/t.yaml');
    const refused = await runCli('export', example('microservices'), ...target, '--out', nowhere);
    expect([refused.code, refused.error]).toEqual([2, expect.stringMatching(/Nothing was written/)]);
  });
});

describe('example', () => {
  it('writes an example, and only over an old file when forced', async () => {
    const out = folder.path('mine.stratiform');
    expect((await runCli('example', 'microservices', '--out', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(example('microservices'), 'utf8'));
    expect((await runCli('example', 'microservices', '--out', out)).code).toBe(2);
  });

  it('lists what there is for a name it does not know', async () => {
    const { code, error } = await runCli('example', 'nope', '--out', folder.path('x'));
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/high-power-wordpress, low-power-wordpress, microservices/),
    ]);
    expect(existsSync(folder.path('x'))).toBe(false);
  });
});

describe('usage', () => {
  it('helps', async () => {
    const { code, out } = await runCli('--help');
    expect(code).toBe(0);
    for (const word of ['validate', 'price', 'export', 'example', 'Exit codes']) expect(out).toContain(word);
  });

  it('tells the version of the package', async () => {
    const info = readJson<{ readonly version: string }>(readFileSync('package.json', 'utf8'));
    expect((await runCli('--version')).out.trim()).toBe(info.version);
  });

  it.each([
    [['frobnicate']],
    [['validate']],
    [['validate', 'x', '--fail-on', 'never']],
    [['export', 'x', '--out', 'y']],
    [[]],
  ])('refuses %j with 2', async (args) => {
    const { code, error } = await runCli(...args);
    expect(code).toBe(2);
    expect(error).not.toBe('');
  });

  it('is the file that package.json names, and the same from its sources', async () => {
    const { bin } = readJson<{ readonly bin: { readonly stratiform: string } }>(readFileSync('package.json', 'utf8'));
    const args = ['validate', '--format', 'json', example('three-tier-with-faults')];
    const built = await runProgram([bin.stratiform, ...args]);
    expect(built).toEqual(await runSources(...args));
    expect(built.code).toBe(1);
  });
});
