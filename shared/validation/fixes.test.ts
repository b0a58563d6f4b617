import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, type DesignDiff, invert } from '../model/diff';
import { architectureArbitrary } from '../testing/arbitraries';
import { countingIds } from '../testing/new-id';
import { resolve } from '../topology/resolve';
import type { Result } from '../util/result';
import { gatherFacts } from './facts';
import { rules } from './rules';
import { validate } from './validate';

/** Keys of all errors before echoes are dropped, so that a fix cannot merely uncover what was there. */
function rawErrors(design: Design): Set<string> {
  const topology = resolve(design);
  const facts = gatherFacts(topology);
  return new Set(
    rules.flatMap((rule) =>
      rule
        .check(topology, facts)
        .filter(({ status, severity }) => status !== 'unknown' && (severity ?? rule.severity) === 'error')
        .map(({ elements }) => `${rule.id}:${elements[0] ?? ''}`),
    ),
  );
}

const expectValue = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('fixes', () => {
  it('clear their finding, add no error and undo exactly, on any architecture', () => {
    const applied = new Map<string, number>();
    fc.assert(
      fc.property(architectureArbitrary(14, 'legal'), (design) => {
        const before = rawErrors(design);
        for (const finding of validate(resolve(design)).findings)
          for (const fix of finding.fixes) {
            const result: Result<DesignDiff> | undefined = fix.apply?.(design, countingIds());
            if (result === undefined) continue;
            const name = `${finding.key} ${fix.id}`;
            if (!result.ok) {
              expect(result.error.message, name).toMatch(/\.$/);
              continue;
            }
            const after = expectValue(applyDiff(design, result.value));
            expect(expectValue(applyDiff(after, invert(result.value))), name).toEqual(design);
            const left = validate(resolve(after)).findings;
            expect(
              left.filter(({ key, status }) => key === finding.key && status === finding.status),
              name,
            ).toEqual([]);
            const errors = left.filter(({ status, severity }) => status === 'fail' && severity === 'error');
            const added = errors.map(({ key }) => key).filter((key) => !before.has(key));
            // Who uses a design decides what matters: drawing users answers a question and may show faults.
            if (fix.id !== 'add-users') expect(added, name).toEqual([]);
            applied.set(finding.ruleId, (applied.get(finding.ruleId) ?? 0) + 1);
          }
      }),
      { numRuns: 150 },
    );
    for (const id of ['AVL-02', 'AVL-04', 'AVL-05', 'AVL-06', 'STA-01', 'NET-01', 'NET-04', 'CON-04'])
      expect(applied.get(id) ?? 0, id).toBeGreaterThan(0);
  });
});
