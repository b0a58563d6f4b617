import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../shared/validation/rules';
import { buildCli, example, makeFolder, runCli } from './testing/run-cli';

beforeAll(buildCli);

let folder = makeFolder();
folder.remove();
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const readJson = <T>(text: string): T => JSON.parse(text);

interface OutageReport {
  readonly summary: string;
  readonly services: readonly { readonly id: string; readonly state: string }[];
  readonly entries: readonly { readonly state: string }[];
  readonly recoveries: readonly { readonly rto: { readonly minutes: number; readonly assumption: string } }[];
}

describe('simulate', () => {
  it('shows that the high-power site outlives a zone, with the recovery of its database', async () => {
    const args = ['simulate', example('high-power-wordpress'), '--fail', 'az:us-east-1a'];
    const { code, out } = await runCli(...args);
    expect(code).toBe(0);
    expect(out).toMatch(/Without us-east-1a, Readers can still work/);
    expect(out).toMatch(/WordPress database +RTO 6 min +RPO 0 min/);
    const report = readJson<OutageReport>((await runCli(...args, '--format', 'json')).out);
    expect(report.services.filter(({ state }) => state === 'down').map(({ id }) => id)).toEqual([
      'bastion-host',
      'nat-gateway-a',
    ]);
    expect(report.recoveries.every(({ rto }) => rto.assumption !== '')).toBe(true);
  });

  it('takes several failures at once, and tells the broken paths of the low-power site', async () => {
    const both = await runCli(
      'simulate',
      example('high-power-wordpress'),
      ...['--fail', 'az:us-east-1a', '--fail', 'az:us-east-1b', '--format', 'json'],
    );
    expect(readJson<OutageReport>(both.out).entries.map(({ state }) => state)).toEqual(['down']);
    const low = await runCli('simulate', example('low-power-wordpress'), '--fail', 'element:wordpress-server');
    expect(low.out).toMatch(/Broken paths\n.* → WordPress server/);
  });

  it.each([
    [['--fail', 'az:mars-1a'], /Nothing in this design is called "az:mars-1a"/],
    [['--fail', 'element:nobody'], /element:nobody/],
    [[], /--fail/],
  ])('refuses %j', async (args, message) => {
    const { code, out, error } = await runCli('simulate', example('high-power-wordpress'), ...args);
    expect([code, out, error]).toEqual([2, '', expect.stringMatching(message)]);
  });
});

describe('availability', () => {
  it('ranks the ways to a target, and says when there is none', async () => {
    const file = example('three-tier-with-faults');
    const near = await runCli('availability', file, '--reach', '99.85');
    expect([near.code, near.out]).toEqual([
      0,
      expect.stringMatching(
        /cheapest ways to 99\.85 %:\n\+\$\d+\.\d\d a month: ≈ 99\.87 %.*\n {2}AVL-05 {2}Orders database: Turn on Multi-AZ/,
      ),
    ]);
    const far = await runCli('availability', file, '--reach', '99.99', '--format', 'json');
    const { reach } = readJson<{ reach: { outcome: string; cutShort: boolean; nearest: { fixes: object[] } } }>(
      far.out,
    );
    expect([far.code, reach.outcome, reach.cutShort, reach.nearest.fixes.length]).toEqual([1, 'unreachable', false, 3]);
  });

  interface Report {
    readonly kind: string;
    readonly entries: readonly {
      readonly availability: number;
      readonly minutesDown: number;
      readonly limiting: readonly unknown[];
    }[];
  }

  it('is an estimate with three limiting components', async () => {
    const { code, out } = await runCli('availability', '--format', 'json', example('high-power-wordpress'));
    const { kind, entries } = readJson<Report>(out);
    expect([code, kind, entries.length, entries[0]?.limiting.length]).toEqual([0, 'estimate', 1, 3]);
    expect(entries[0]?.minutesDown).toBeCloseTo((1 - (entries[0]?.availability ?? 0)) * 43_800, 6);
    expect((await runCli('availability', example('high-power-wordpress'))).out).toMatch(
      /an estimate, not a measurement\n.*\nentry +Readers +≈ 99\.72 % +123 minutes a month +CDN/,
    );
  });

  it('says what is wrong with the file', async () => {
    expect(await runCli('availability', folder.path('gone'))).toMatchObject({
      code: 2,
      error: expect.stringMatching(/no such file/),
    });
  });
});

describe('fix', () => {
  interface Report {
    readonly applied: readonly { readonly ruleId: string; readonly monthlyChange: number }[];
    readonly leftOut: readonly { readonly ruleId: string; readonly reason: string }[];
    readonly remaining: readonly { readonly ruleId: string }[];
  }
  const fix = async (...args: readonly string[]) => {
    const out = folder.path('fixed.stratiform');
    const outcome = await runCli('fix', example('three-tier-with-faults'), '--format', 'json', '--out', out, ...args);
    return { code: outcome.code, report: readJson<Report>(outcome.out), out };
  };
  const ids = (list: readonly { readonly ruleId: string }[]): string[] => list.map(({ ruleId }) => ruleId).sort();

  it('applies the automatic fixes, and reports what remains as validate does', async () => {
    const { code, report, out } = await fix();
    expect([code, ids(report.applied), report.leftOut]).toEqual([
      1,
      ['AVL-03', 'AVL-05', 'ENC-01', 'NET-01', 'OPS-01', 'OPS-02', 'OPS-06', 'SCA-03', 'STA-03'],
      [],
    ]);
    const left = await runCli('validate', '--format', 'json', out);
    const checked = readJson<{ readonly files: readonly [{ readonly findings: Report['remaining'] }] }>(left.out);
    expect(ids(checked.files[0].findings)).toEqual(ids(report.remaining));
    expect(ids(report.remaining)).toEqual(['AVL-01', 'AVL-01', 'COST-01', 'COST-02', 'COST-09', 'STA-01', 'STA-06']);
    const price = async (file: string): Promise<number> => {
      const priced = await runCli('validate', '--format', 'json', '--fail-on', 'none', '--max-monthly', '100000', file);
      return readJson<{ readonly files: readonly [{ readonly targets: readonly [{ readonly actual: number }] }] }>(
        priced.out,
      ).files[0].targets[0].actual;
    };
    const change = report.applied.reduce((sum, { monthlyChange }) => sum + monthlyChange, 0);
    expect((await price(out)) - (await price(example('three-tier-with-faults')))).toBeCloseTo(change, 4);
  });

  it('keeps to what costs nothing more, deletes nothing and lowers no availability when asked to be safe', async () => {
    const { report } = await fix('--safe');
    expect(ids(report.applied)).toEqual(['ENC-01', 'OPS-02', 'OPS-06', 'STA-03']);
    expect(report.applied.every(({ monthlyChange }) => monthlyChange <= 0)).toBe(true);
    const reasons = report.leftOut.map(({ reason }) => reason).join(' ');
    for (const reason of [
      /raise the monthly bill/,
      /delete the connection from Office to Orders database/,
      /lower the estimated availability/,
    ])
      expect(reasons).toMatch(reason);
  });

  it('keeps to one rule, and passes once that is mended', async () => {
    const { code, report, out } = await fix('--rule', 'net-01');
    expect([code, ids(report.applied)]).toEqual([0, ['NET-01']]);
    const again = await runCli('fix', out, '--rule', 'NET-01', '--out', '-');
    expect([again.code, again.out]).toEqual([0, readFileSync(out, 'utf8')]);
    expect(again.error).toMatch(/0 fixes applied/);
  });

  it('mends the same way every time', async () => {
    const first = readFileSync((await fix()).out, 'utf8');
    expect(readFileSync((await fix('--force')).out, 'utf8')).toBe(first);
  });

  it('writes over nothing, and knows its rules', async () => {
    const file = example('three-tier-with-faults');
    const before = readFileSync(file, 'utf8');
    expect((await runCli('fix', file, '--out', file)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const unknown = await runCli('fix', file, '--rule', 'XYZ-1', '--out', folder.path('x'));
    expect([unknown.code, unknown.error, existsSync(folder.path('x'))]).toEqual([
      2,
      expect.stringMatching(/no rule XYZ-1/),
      false,
    ]);
  });
});

describe('rules', () => {
  it('lists every rule and explains one', async () => {
    const listed = readJson<{ readonly rules: readonly { readonly id: string }[] }>(
      (await runCli('rules', '--format', 'json')).out,
    );
    expect(listed.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).sort());
    const { code, out } = await runCli('rules', 'avl-05');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^AVL-05 {2}Relational database is not Multi-AZ\n.*\n.*\nWhy: /),
    ]);
    expect(await runCli('rules', 'AVL-99')).toMatchObject({ code: 2, error: expect.stringMatching(/AVL-05/) });
  });
});

describe('compare', () => {
  it('puts the low-power and the high-power site side by side', async () => {
    const files = [example('low-power-wordpress'), example('high-power-wordpress')];
    const { code, out } = await runCli('compare', '--format', 'json', ...files);
    const { factors } = readJson<{
      readonly factors: readonly { readonly id: string; readonly best: readonly number[] }[];
    }>(out);
    expect(code).toBe(0);
    const best = new Map(factors.map((factor) => [factor.id, factor.best]));
    expect([best.get('monthly-cost'), best.get('availability'), best.get('parts')]).toEqual([[0], [1], [0]]);
    expect((await runCli('compare', ...files)).out).toMatch(/Recovery time \(RTO\) +60 min.* +6 min .*\*/);
    expect((await runCli('compare', ...files)).out).toMatch(/Monthly cost +at least \$\d/);
    expect((await runCli('compare', '--format', 'markdown', ...files)).out).toMatch(/^\| +\| Low-power WordPress \|/);
  });

  it('needs two designs that can be read', async () => {
    expect((await runCli('compare', example('microservices'))).code).toBe(2);
    expect((await runCli('compare', example('microservices'), folder.path('gone'))).code).toBe(2);
  });
});
