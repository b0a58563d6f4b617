import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyEdit, type Edit, editArbitrary, networksArbitrary } from '../testing/arbitrary-edits';
import { countingIds } from '../testing/drawing';
import { resolve } from '../topology/resolve';
import { createMemory, type Finding, type Validation, validate } from './validate';

/** Everything a validation says; functions cannot be compared, and evidence is worked out by reading it. */
const readable = ({ findings, byElement, ...rest }: Validation) => ({
  findings: findings.map(({ fixes, evidence, ...finding }) => ({
    ...finding,
    evidence: { ...evidence },
    fixes: fixes.map(({ apply, ...fix }) => [fix, Boolean(apply)]),
  })),
  byElement: [...byElement].map(([id, found]) => [id, found.map(({ key }) => key)]),
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
    fc.assert(fc.property(networksArbitrary, fc.array(editArbitrary, { maxLength: 8 }), followEdits), { numRuns: 120 });
  });
});
