import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyEdit, type Edit, editArbitrary, networksArbitrary } from '../testing/arbitrary-edits';
import { buildDesign } from '../testing/builder';
import { countingIds } from '../testing/drawing';
import { ruleExamples } from '../testing/rule-examples';
import { divide, type Part } from '../topology/parts';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import type { Facts } from './facts';
import { rules } from './rules';
import { findServingUnits } from './serving-units';
import { createMemory, type Finding, type Validation, validate } from './validate';

/** Everything a validation says; functions cannot be compared, and evidence is worked out by reading it. */
const readable = ({ findings, ...rest }: Validation) => ({
  findings: findings.map(({ fixes, evidence, ...finding }) => ({
    ...finding,
    evidence: { ...evidence },
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
    fc.assert(fc.property(networksArbitrary, fc.array(editArbitrary, { maxLength: 8 }), followEdits), { numRuns: 50 });
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

/** Facts about the whole design are none of a part. */
const refuse = (): never => {
  throw new Error('This is a fact about the whole design.');
};
const factsOf = (topology: Topology): Facts => ({
  servingUnits: findServingUnits(topology),
  get losses() {
    return refuse();
  },
  get amounts() {
    return refuse();
  },
  get level() {
    return refuse();
  },
});

function expectToStayInside(design: Design): void {
  for (const part of divide(resolve(design))?.values() ?? []) {
    const view = fence(part);
    const facts = factsOf(view);
    for (const { id, byPart, check } of rules) if (byPart) expect(() => check(view, facts), id).not.toThrow();
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
