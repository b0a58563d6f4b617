import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex?: number;
      readonly kind: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
        readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
      }[];
    }[];
  }[];
}

describe('SARIF', () => {
  it('names rule, level, file and line of every finding', async () => {
    const file = example('three-tier-with-faults');
    const { code, out } = await runCli('validate', '--format', 'sarif', file);
    expect(code).toBe(1);
    const { version, runs } = readJson<Sarif>(out);
    expect(version).toBe('2.1.0');
    const [run] = runs;
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect([...ids].sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(run?.results).toHaveLength(16);
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const { ruleId, ruleIndex, kind, level, message, locations } of run?.results ?? []) {
      expect(ids[ruleIndex ?? -1]).toBe(ruleId);
      const levels = kind === 'fail' ? ['error', 'warning', 'note'] : ['none'];
      expect([['fail', 'open'].includes(kind), levels.includes(level), message.text !== '']).toEqual([
        true,
        true,
        true,
      ]);
      const [place] = locations;
      expect(place?.physicalLocation.artifactLocation.uri).toBe(file);
      const id = place?.logicalLocations?.[0]?.fullyQualifiedName ?? '?';
      expect(lines[(place?.physicalLocation.region.startLine ?? 0) - 1]).toContain(`"${id}"`);
    }
  });

  it('tells of a file that cannot be read, and escapes names of files', async () => {
    const file = folder.path('a b%.stratiform');
    writeFileSync(file, '{');
    const { code, out } = await runCli('validate', '--format', 'sarif', file);
    expect(code).toBe(2);
    const [run] = readJson<Sarif>(out).runs;
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
    expect(run?.invocations[0]?.toolExecutionNotifications).toHaveLength(1);
    expect(out).toContain('a%20b%25.stratiform');
  });

  it('leaves questions open and marks missed targets', async () => {
    const text = readFileSync(example('microservices'), 'utf8').replace(
      '"sessionStore": "tokens"',
      '"sessionStore": "unknown"',
    );
    const file = folder.path('asks.stratiform');
    writeFileSync(file, text);
    const { out } = await runCli('validate', '--format', 'sarif', '--max-monthly', '1', file);
    const results = readJson<Sarif>(out).runs[0]?.results ?? [];
    expect(results.filter(({ kind }) => kind === 'open').map(({ level }) => level)).toEqual(['none']);
    expect(results.find(({ ruleId }) => ruleId === 'max-monthly')).toMatchObject({ kind: 'fail', level: 'error' });
  });
});

/** Counts of a JUnit attribute or element; the report is XML of our own making with one element a line. */
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('JUnit', () => {
  it('has one case a rule, and fails those at the bar', async () => {
    const { code, out } = await runCli('validate', '--format', 'junit', example('three-tier-with-faults'));
    expect(code).toBe(1);
    expect(count(out, /<testcase /g)).toBe(rules.length);
    expect(out).toMatch(/failures="7" errors="0" skipped="2"/);
    expect(count(out, /<failure /g)).toBe(7);
    const strict = await runCli(
      'validate',
      '--format',
      'junit',
      '--fail-on',
      'warning',
      example('three-tier-with-faults'),
    );
    expect(strict.out).toMatch(/failures="11"/);
  });

  it('stays XML whatever things are called', async () => {
    const file = folder.path('odd.stratiform');
    const text = readFileSync(example('three-tier-with-faults'), 'utf8');
    writeFileSync(file, text.replace('"name": "Orders database"', '"name": "\\u001b<b a=\\"1\\">&</b>]]>"'));
    const { out } = await runCli('validate', '--format', 'junit', file, folder.path('gone'));
    expect(out).toContain('\\u{1b}&lt;b a=&quot;1&quot;&gt;&amp;&lt;/b&gt;]]&gt;');
    expect(out).toMatch(/errors="1"/);
  });
});

describe('Markdown', () => {
  it('has a row a finding, and names cannot format', async () => {
    const file = folder.path('odd.stratiform');
    const text = readFileSync(example('three-tier-with-faults'), 'utf8');
    writeFileSync(file, text.replace('"name": "Orders database"', '"name": "a | **b** <img>"'));
    const { out } = await runCli('validate', '--format', 'markdown', file);
    expect(count(out, /^\| (error|warning) \|/gm)).toBe(12);
    expect(out).toContain('a \\| \\*\\*b\\*\\* &#60;img&#62;');
  });
});

describe('targets', () => {
  interface Report {
    readonly files: readonly [
      { readonly targets?: readonly { readonly id: string; readonly isMet: boolean; readonly actual: number }[] },
    ];
  }
  const check = async (...args: readonly string[]) => {
    const { code, out } = await runCli('validate', '--format', 'json', ...args, example('high-power-wordpress'));
    return { code, targets: readJson<Report>(out).files[0].targets };
  };

  it('fail a design that misses them and pass one that meets them', async () => {
    const strict = await check('--min-availability', '99.95', '--max-monthly', '500');
    expect(strict.code).toBe(1);
    expect(strict.targets?.map(({ id, isMet }) => [id, isMet])).toEqual([
      ['min-availability', false],
      ['max-monthly', false],
    ]);
    const [share, bill] = strict.targets?.map(({ actual }) => actual) ?? [];
    const loose = await check('--min-availability', String(share), '--max-monthly', String(bill));
    expect([loose.code, loose.targets?.every(({ isMet }) => isMet)]).toEqual([0, true]);
    expect((await check()).targets).toBeUndefined();
  });

  it.each([
    ['--min-availability', '101'],
    ['--min-availability', 'high'],
    ['--max-monthly', '-1'],
    ['--format', 'xml'],
  ])('refuse %s %s', async (...args) => {
    expect((await runCli('validate', ...args, example('microservices'))).code).toBe(2);
  });

  it('are missed where nothing can be told', async () => {
    const file = folder.path('empty.stratiform');
    writeFileSync(file, '{"format":"stratiform","version":1,"name":"Empty","elements":[],"connections":[]}');
    const { code, out } = await runCli('validate', '--min-availability', '1', file);
    expect([code, out]).toEqual([1, expect.stringMatching(/missed.*cannot be estimated/)]);
    expect(existsSync(file)).toBe(true);
  });
});
