import { fitDesign } from '../layout/fit';
import type { Design, NewId } from '../model/design';
import { applyDiff } from '../model/diff';
import type { Result } from '../util/result';
import type { Fix } from '../validation/validate';

/** Numbers that are free in the design: `subnet-1`, `subnet-2`. The same design is mended the same way every time. */
export function countIds(design: Design): NewId {
  const counts = new Map<string, number>();
  return (kind) => {
    let number = counts.get(kind) ?? 0;
    let id = '';
    do {
      number += 1;
      id = `${kind}-${number}`;
    } while (design.elements.has(id) || design.connections.has(id));
    counts.set(kind, number);
    return id;
  };
}

/** The design after a fix, its containers fitted to what they hold; undefined for a fix that only a person can do. */
export function applyFix(design: Design, fix: Fix, newId: NewId = countIds(design)): Result<Design> | undefined {
  const diff = fix.apply?.(design, newId);
  if (!diff) return undefined;
  if (!diff.ok) return diff;
  const fixed = applyDiff(design, diff.value);
  return fixed.ok ? applyDiff(fixed.value, fitDesign(fixed.value)) : fixed;
}
