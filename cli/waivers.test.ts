import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Waiver } from '../shared/model/design';
import { serializeDesign } from '../shared/model/format/serialize';
import { withWaivers } from '../shared/model/waiver';
import { buildHealthySite } from '../shared/testing/rule-examples/healthy-site';
import { runValidate, type ValidateOptions } from './commands/validate';
import { makeFolder } from './testing/run-cli';

const folder = makeFolder();
afterAll(folder.remove);

const accepted: Waiver = {
  rule: 'AVL-05',
  element: 'db',
  reason: 'Test data only',
  owner: 'Ada',
  created: '2026-01-01',
  expires: '2026-12-31',
};

const file = folder.path('site.stratiform');
const design = buildHealthySite()
  .settings({ monthlyBudget: 2000, purchase: 'reserved-1y-no' })
  .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
  .build();
const idle = { ...accepted, element: 'cache', reason: 'Gone' };
writeFileSync(file, serializeDesign({ ...design, header: withWaivers(design.header, [accepted, idle]) }));

async function run(options: Partial<ValidateOptions>, today = '2026-06-01'): Promise<{ code: number; out: string }> {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
      return true;
    },
    error: () => true,
  };
  const code = await runValidate({ terminal, version: '0', today }, [file], {
    format: 'text',
    failOn: 'error',
    ...options,
  });
  return { code, out };
}

describe('what is accepted', () => {
  it('does not fail a build, and is told in text with who, why and until when', async () => {
    const { code, out } = await run({});
    expect(code).toBe(0);
    expect(out).toMatch(/0 errors, 0 warnings, .*1 waived/);
    expect(out).toMatch(
      /waived +AVL-05 .*\n +Accepted by Ada on 2026-01-01, until 2026-12-31: Test data only\n +on: db/,
    );
    expect(out).toMatch(/idle +waiver of AVL-05 on cache: The rule finds nothing there/);
  });

  it('comes back with a note when it has expired', async () => {
    const { code, out } = await run({}, '2027-01-01');
    expect(code).toBe(1);
    expect(out).toMatch(
      /1 error, [\s\S]*error +AVL-05 [\s\S]*Ada accepted this until 2026-12-31 .*That day has passed/,
    );
  });

  it('stands apart in every format', async () => {
    const json: { files: { counts: { error: number }; waived: object[]; idleWaivers: object[] }[] } = JSON.parse(
      (await run({ format: 'json' })).out,
    );
    const [report] = json.files;
    expect(report?.counts.error).toBe(0);
    expect(report?.waived).toMatchObject([{ ruleId: 'AVL-05', status: 'waived', waiver: { ...accepted } }]);
    expect(report?.idleWaivers).toMatchObject([{ element: 'cache', why: expect.stringMatching(/nothing there/) }]);
    const sarif: { runs: { results: { ruleId: string; suppressions: object[] }[] }[] } = JSON.parse(
      (await run({ format: 'sarif' })).out,
    );
    const suppression = {
      kind: 'inSource',
      status: 'accepted',
      justification: expect.stringMatching(/Ada.*Test data/),
    };
    expect(sarif.runs[0]?.results).toContainEqual(
      expect.objectContaining({ ruleId: 'AVL-05', suppressions: [suppression] }),
    );
    expect((await run({ format: 'junit' })).out).toMatch(
      /name="AVL-05 [^"]*">\n +<skipped message="Accepted by Ada on 2026-01-01, until 2026-12-31: Test data only On: db/,
    );
    expect((await run({ format: 'markdown' })).out).toMatch(/\| AVL-05 \| Relational database.*Accepted by Ada/);
  });
});

describe('--profile', () => {
  it('weighs the rules in place of the profile of the design', async () => {
    const lapsed = '2027-01-01';
    expect((await run({ profile: 'development' }, lapsed)).out).toMatch(/0 errors, 1 warning/);
    const lesson = await run({ profile: 'learning' }, lapsed);
    expect(lesson.code).toBe(0);
    expect(lesson.out).toMatch(/why: All tiers above wait for the database.*\(Guide §2\.6\.1/);
  });
});
