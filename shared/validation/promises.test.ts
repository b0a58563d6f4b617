import { describe, expect, it } from 'vitest';
import type { Design, Waiver } from '../model/design';
import { draftOf } from '../model/draft';
import { withWaivers } from '../model/waiver';
import { buildDesign } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { ok } from '../util/result';
import { putInOrder } from './order';
import type { Finding, FindingStatus, Rule, RuleGroup, Severity, Violation } from './rule';
import { rules } from './rules';
import { createMemory, validate } from './validate';

/* What the validation promises whatever the rules are, with rules made for the purpose. */

const makeRule = (id: string, check: Rule['check'], byPart?: true): Rule => ({
  id,
  group: 'availability',
  severity: 'warning',
  title: 'Made for a test',
  why: 'For this test.',
  trigger: 'Always.',
  guide: [],
  references: [],
  ...(byPart && { byPart }),
  check,
});

/** Something wrong with the database, and a fix that sets these settings. */
const withFix = (settings: Record<string, boolean>): Rule =>
  makeRule('AVL-98', () => [
    {
      elements: ['db'],
      message: 'The database is not as this test wants it.',
      fixes: [
        {
          id: 'set',
          title: 'Set it',
          kind: 'auto',
          apply: (design) => {
            const draft = draftOf(design);
            draft.patchSettings('db', settings);
            return ok(draft.diff());
          },
        },
      ],
    },
  ]);

describe('a fix', () => {
  const apply = (settings: Record<string, boolean>) => {
    const design = buildHealthySite().build();
    const rule = withFix(settings);
    const { findings } = validate(resolve(design), { rules: [rule, ...rules] });
    const [fix] = findings.find(({ ruleId }) => ruleId === rule.id)?.fixes ?? [];
    return fix?.apply?.(design, countingIds());
  };

  it('that would bring an error says which, and changes nothing', () => {
    const outcome = apply({ publiclyAccessible: true });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: 'not-now',
        message: expect.stringMatching(
          /^This fix would bring another error: Data tier can be reached .* db has a public/,
        ),
      },
    });
  });

  it('that brings none is handed out', () => {
    expect(apply({ deletionProtection: true })).toMatchObject({ ok: true });
  });
});

/** Two VPCs with nothing between them: two parts and the rest. */
const twoVpcs = (settings = {}): Design =>
  buildDesign()
    .settings(settings)
    .add('region', 'region')
    .add('one', 'vpc', { parent: 'region' })
    .add('two', 'vpc', { parent: 'region' })
    .build();

describe('a memory of earlier checks', () => {
  const told = (id: string, text: string) =>
    makeRule(id, ({ vpcs }) => vpcs.map((vpc): Violation => ({ elements: [vpc.id], message: text })), true);

  it('tells once of a check of parts that stops with an error', () => {
    const broken = makeRule(
      'AVL-98',
      () => {
        throw new Error('boom');
      },
      true,
    );
    const found = validate(resolve(twoVpcs()), { rules: [broken] }, createMemory()).findings;
    expect(found.map(({ key }) => key)).toEqual(['INTERNAL:AVL-98']);
  });

  it('is none of what other rules found', () => {
    const memory = createMemory();
    const topology = resolve(twoVpcs());
    const look = (rule: Rule, today: string) =>
      validate(topology, { rules: [rule], today }, memory).findings.map(({ key, message }) => [key, message]);
    expect(look(told('AVL-97', 'First.'), '2026-01-01')).toEqual([
      ['AVL-97:one', 'First.'],
      ['AVL-97:two', 'First.'],
    ]);
    expect(look(told('AVL-98', 'Second.'), '2026-01-01').map(([, message]) => message)).toEqual(['Second.', 'Second.']);
  });

  it('looks again at a VPC in which nothing changed but whether users depend on it', () => {
    const builder = buildDesign().add('users', 'users').add('region', 'region');
    for (const vpc of ['one', 'two'])
      builder
        .add(vpc, 'vpc', { parent: 'region' })
        .add(`${vpc}-zone`, 'availability-zone', { parent: vpc })
        .add(`${vpc}-subnet`, 'subnet', { parent: `${vpc}-zone` })
        .add(`${vpc}-tier`, 'tier', { parent: vpc, settings: { role: 'app' } })
        .add(`${vpc}-server`, 'ec2-instance', { parent: `${vpc}-subnet`, tier: `${vpc}-tier` });
    // What leads to both lies in neither, and the line to each VPC stays as it is.
    for (const id of ['front', 'behind']) builder.add(id, 'lambda-function', { parent: 'region' });
    const used = builder
      .connect('traffic', 'users', 'front')
      .connect('traffic', 'front', 'behind')
      .connect('traffic', 'behind', 'one-server')
      .connect('traffic', 'behind', 'two-server')
      .build();
    const connections = new Map(used.connections);
    connections.delete('users-traffic-front');
    const list = rules.filter(({ id }) => id === 'SCA-01');
    const memory = createMemory();
    const first = resolve(used);
    const look = (topology: typeof first) => validate(topology, { rules: list }, memory).findings.map(({ key }) => key);
    expect(look(first)).toEqual(['SCA-01:one-server', 'SCA-01:two-server']);
    expect(look(resolve({ ...used, connections }, first))).toEqual([]);
  });

  it('keeps what was found in parts that stay the same', () => {
    const memory = createMemory();
    const rule = told('AVL-97', 'First.');
    const list = [rule];
    const before = resolve(twoVpcs());
    const look = () => validate(before, { rules: list }, memory).findings[0];
    expect(look()).toBe(look());
  });
});

describe('the order of findings', () => {
  const finding = (ruleId: string, subject: string, severity: Severity, status: FindingStatus = 'fail'): Finding => ({
    key: `${ruleId}:${subject}`,
    ruleId,
    status,
    severity,
    title: '',
    message: '',
    why: '',
    subjects: { elements: [subject], connections: [] },
    evidence: {},
    fixes: [],
    source: '',
  });
  const order = (...findings: Finding[]): string[] => {
    const byRule = new Map<string, Finding[]>();
    for (const item of findings) byRule.set(item.ruleId, [...(byRule.get(item.ruleId) ?? []), item]);
    return putInOrder(byRule).map(({ key, severity, status }) => `${key} ${status === 'fail' ? severity : status}`);
  };

  it('has faults before questions, however grave, and errors before warnings', () => {
    expect(
      order(
        finding('AVL-05', 'a', 'error', 'unknown'),
        finding('AVL-05', 'b', 'info'),
        finding('COST-01', 'c', 'warning'),
        finding('COST-01', 'd', 'error'),
      ),
    ).toEqual(['COST-01:d error', 'COST-01:c warning', 'AVL-05:b info', 'AVL-05:a unknown']);
  });

  it('goes by what the rules are about: refused, exposed, readable, permitted, failing, lost, growing, run, paid', () => {
    const groups: RuleGroup[] = [
      'connectivity',
      'network',
      'encryption',
      'identity',
      'availability',
      'state',
      'scaling',
      'operations',
      'cost',
    ];
    const first = groups.map(
      (group) =>
        rules
          .filter((rule) => rule.group === group)
          .map(({ id }) => id)
          .sort()[0] ?? '',
    );
    const shuffled = [...first].reverse().map((id) => finding(id, 'a', 'error'));
    expect(order(...shuffled)).toEqual(first.map((id) => `${id}:a error`));
  });

  it('numbers what one rule says of one element at two weights', () => {
    expect(order(finding('AVL-05', 'a', 'info'), finding('AVL-05', 'a', 'error'))).toEqual([
      'AVL-05:a error',
      'AVL-05:a#2 info',
    ]);
  });
});

describe('a waiver', () => {
  const waiver = (rule: string, element: string): Waiver => ({
    rule,
    element,
    reason: 'For this test',
    owner: 'Ada',
    created: '2026-01-01',
  });
  const accept = (design: Design, given: Waiver, list: readonly Rule[] = rules) =>
    validate(resolve({ ...design, header: withWaivers(design.header, [given]) }), { rules: list, today: '2026-03-01' });

  it('does not accept that a check could not be run', () => {
    const broken = makeRule('AVL-98', () => {
      throw new Error('boom');
    });
    const { findings, waivers } = accept(twoVpcs(), waiver('INTERNAL', '*'), [broken]);
    expect(findings.map(({ key }) => key)).toEqual(['INTERNAL:AVL-98']);
    expect(waivers.map(({ idle }) => idle)).toEqual(['This version has no rule INTERNAL.']);
  });

  it('on a connection that is sound is idle because nothing is found there, on one that is gone because it is gone', () => {
    const idle = (id: string) => accept(buildHealthySite().build(), waiver('CON-08', id)).waivers[0]?.idle;
    expect(idle('web-data-db')).toBe('The rule finds nothing there any more.');
    expect(idle('web-data-gone')).toBe('What it is about (web-data-gone) is not in the design any more.');
  });
});
