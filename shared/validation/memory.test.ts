import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyEdit, type Edit, editArbitrary, networksArbitrary, tameEditArbitrary } from '../testing/arbitrary-edits';
import { buildDesign, type DesignBuilder } from '../testing/builder';
import { countingIds } from '../testing/drawing';
import { ruleExamples } from '../testing/rule-examples';
import { divide, type Part } from '../topology/parts';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import type { JsonObject } from '../util/json';
import { type Facts, factsOfPart, gatherFacts } from './facts';
import type { Rule } from './rule';
import { rules } from './rules';
import { createMemory, type Finding, type Validation, validate } from './validate';

/** Everything a validation says; functions cannot be compared, and evidence is worked out by reading it. */
const readable = ({ findings, ...rest }: Validation) => ({
  findings: findings.map(({ fixes, evidence, ...finding }) => ({
    ...finding,
    evidence: { ...evidence, path: evidence.path, darkTiers: evidence.darkTiers },
    fixes: fixes.map(({ apply, ...fix }) => [fix, Boolean(apply)]),
  })),
  ...rest,
});

const mend = (design: Design, { fixes }: Finding) =>
  fixes.map(({ apply }) => {
    const outcome = apply?.(design, countingIds());
    return outcome?.ok ? outcome.value : outcome?.error;
  });

function followEdits(start: Design, edits: readonly Edit[]): void {
  const memory = createMemory();
  let design = start;
  let topology = resolve(design);
  validate(topology, {}, memory);
  for (const edit of edits) {
    design = applyEdit(design, edit);
    topology = resolve(design, topology);
    const amounts = { monthlyUsd: edit.a, isLowerBound: edit.b % 2 === 0 };
    const found = validate(topology, { amounts }, memory);
    const afresh = validate(resolve(design), { amounts });
    expect(readable(found)).toEqual(readable(afresh));
    const at = edit.a % Math.max(1, found.findings.length);
    const [kept, made] = [found.findings[at], afresh.findings[at]];
    if (kept && made) expect(mend(design, kept)).toEqual(mend(design, made));
  }
}

describe('checking with a memory of earlier checks', () => {
  it('finds what a check of the whole design finds, after any row of edits', () => {
    fc.assert(fc.property(networksArbitrary, fc.array(editArbitrary, { maxLength: 8 }), followEdits), { numRuns: 40 });
  });

  it('finds the same after edits that leave most of a design as it was', () => {
    fc.assert(fc.property(networksArbitrary, fc.array(tameEditArbitrary, { maxLength: 12 }), followEdits), {
      numRuns: 60,
    });
  });
});

/** A part that answers nothing about services outside of it. */
function fence({ topology }: Part): Topology {
  const inside = new Set([...topology.services, ...topology.actors].map(({ id }) => id));
  const guard =
    <T>(ask: (id: string) => T) =>
    (id: string): T => {
      if (!inside.has(id)) throw new Error(`${id} is no service of this part.`);
      return ask(id);
    };
  const { outgoing, incoming, isCritical, service } = topology;
  return {
    ...topology,
    outgoing: guard(outgoing),
    incoming: guard(incoming),
    isCritical: guard(isCritical),
    service: guard(service),
  };
}

const OF_WHOLE: ReadonlySet<string | symbol> = new Set<keyof Facts>(['losses', 'parts', 'amounts', 'level']);

/** Facts about the whole design are none of a part, but for those that may be others only when it is checked again. */
function fenceFacts({ byPart }: Rule, facts: Facts): Facts {
  return new Proxy(facts, {
    get: (target, key) => {
      if (OF_WHOLE.has(key) && !(byPart === 'with-losses' && key === 'losses'))
        throw new Error(`${String(key)} is a fact about the whole design.`);
      return Reflect.get(target, key);
    },
  });
}

function expectToStayInside(design: Design): void {
  const topology = resolve(design);
  const whole = gatherFacts(topology);
  for (const part of divide(topology)?.values() ?? []) {
    const view = fence(part);
    const facts = factsOfPart(view, whole);
    for (const rule of rules)
      if (rule.byPart) expect(() => rule.check(view, fenceFacts(rule, facts)), rule.id).not.toThrow();
  }
}

it('checks all parts again when the settings of the design change', () => {
  const sketch = buildDesign()
    .add('region', 'region')
    .add('topic', 'sns-topic', { parent: 'region' })
    .settings({ environment: 'production' })
    .build();
  const audited = { ...sketch, header: { ...sketch.header, settings: { environment: 'regulated' } } };
  const memory = createMemory();
  const before = resolve(sketch);
  const rulesIn = ({ findings }: Validation) => findings.map(({ ruleId }) => ruleId);
  expect(rulesIn(validate(before, {}, memory))).not.toContain('ENC-08');
  expect(rulesIn(validate(resolve(audited, before), {}, memory))).toContain('ENC-08');
});

/** Three VPCs, with a machine in each and a database in the last; a note. */
function buildRow(): DesignBuilder {
  const builder = buildDesign().add('region', 'region').add('note', 'note').settings({ environment: 'regulated' });
  for (const number of [1, 2, 3])
    builder
      .add(`vpc-${number}`, 'vpc', { parent: 'region', settings: { cidr: `10.${number}.0.0/16` } })
      .add(`zone-${number}`, 'availability-zone', { parent: `vpc-${number}`, settings: { zone: 'a' } })
      .add(`subnet-${number}`, 'subnet', { parent: `zone-${number}`, settings: { cidr: `10.${number}.1.0/24` } });
  return builder
    .add('web', 'ec2-instance', { parent: 'subnet-1' })
    .add('app', 'ec2-instance', { parent: 'subnet-2' })
    .add('last', 'ec2-instance', { parent: 'subnet-3' })
    .add('db', 'rds-instance', { parent: 'vpc-3', subnets: ['subnet-3'] });
}

/** Users who reach the database in the last VPC by way of the others. */
const buildUsedRow = (): DesignBuilder =>
  buildRow()
    .add('users', 'users')
    .connect('traffic', 'users', 'web')
    .connect('traffic', 'web', 'app')
    .connect('traffic', 'app', 'last')
    .connect('data', 'app', 'db');

const callTwice = (settings: JsonObject): DesignBuilder =>
  buildUsedRow().connect('data', 'app', 'db', settings).connect('data', 'web', 'db', settings);

/** The later design with the objects of the earlier one where the two are alike, as an edit leaves them. */
function asEdit(before: Design, after: Design): Design {
  const keep = <T>(last: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...next].map(([id, item]) => [id, isDeepStrictEqual(last.get(id), item) ? (last.get(id) ?? item) : item]));
  return {
    header: { ...after.header, settings: before.header.settings },
    elements: keep(before.elements, after.elements),
    connections: keep(before.connections, after.connections),
  };
}

describe('an edit whose consequences lie elsewhere', () => {
  const edits: Readonly<Record<string, readonly [DesignBuilder, DesignBuilder, finding: string]>> = {
    'a note with a key in it': [
      buildRow(),
      buildRow().add('note', 'note', { name: 'AKIAIOSFODNN7EXAMPLE' }),
      'IAM-02:note',
    ],
    'plain text from a second VPC': [
      buildUsedRow().connect('data', 'app', 'db', { encryption: 'plain' }),
      callTwice({ encryption: 'plain' }),
      'ENC-03:db',
    ],
    'calls of a fixed address from a second VPC': [
      buildUsedRow().connect('data', 'app', 'db', { addressing: 'address' }),
      callTwice({ addressing: 'address' }),
      'STA-08:db',
    ],
    'one more machine at the end of the way': [
      buildUsedRow(),
      buildUsedRow().add('end', 'ec2-instance', { parent: 'subnet-3' }).connect('traffic', 'last', 'end'),
      'AVL-12:web',
    ],
    'the first connection of all': [buildRow(), buildRow().connect('traffic', 'web', 'app'), 'COST-07:db'],
    'a call of what users could come to first': [
      buildRow().connect('data', 'app', 'db'),
      buildRow().connect('data', 'app', 'db').connect('traffic', 'web', 'app'),
      'AVL-12:last',
    ],
    'tags of the design that are taken away': [
      buildRow().tags({ Owner: 'me' }, ['Owner']),
      buildRow().tags({}, ['Owner']),
      'OPS-05:region',
    ],
    'tags of a VPC that are taken away': [
      buildRow()
        .tags({}, ['Owner'])
        .add('vpc-1', 'vpc', { parent: 'region', tags: { Owner: 'me' } }),
      buildRow().tags({}, ['Owner']).add('vpc-1', 'vpc', { parent: 'region' }),
      'OPS-05:region',
    ],
    'users who are drawn': [buildRow(), buildUsedRow(), 'AVL-12:last'],
    'users who are taken away': [buildUsedRow(), buildRow(), 'AVL-12:app'],
  };
  it.each(Object.entries(edits))('is followed: %s', (_name, [draw, change, key]) => {
    const before = draw.build();
    const after = asEdit(before, change.build());
    const memory = createMemory();
    const topology = resolve(before);
    validate(topology, {}, memory);
    const found = validate(resolve(after, topology), {}, memory);
    expect(found.findings.map((finding) => finding.key)).toContain(key);
    expect(readable(found)).toEqual(readable(validate(resolve(after))));
  });
});

describe('rules that are checked part by part', () => {
  it('ask nothing about services outside of the part', () => {
    for (const { good, bad } of ruleExamples.values())
      for (const draw of [good, bad]) expectToStayInside(draw().build());
    fc.assert(
      fc.property(networksArbitrary, fc.array(editArbitrary, { minLength: 20, maxLength: 80 }), (start, edits) =>
        expectToStayInside(edits.map((edit) => ({ ...edit, verb: 'connect' as const })).reduce(applyEdit, start)),
      ),
      { numRuns: 60 },
    );
  });
});
