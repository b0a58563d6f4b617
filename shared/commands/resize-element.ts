import { definitionOf } from '../catalog/catalog';
import type { Design, ElementId, Frame } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { GRID, snap } from './parts/geometry';
import { lockedProblem } from './parts/locked';
import { missing } from './parts/missing';

const MIN = 24;
const MAX = 200_000;

/** Gives a container or note a new frame, relative to its parent. Services have one size. The layout keeps a container large enough for what it holds. */
export function resizeElement(
  design: Design,
  { id, frame }: { readonly id: ElementId; readonly frame: Frame },
): Result<DesignDiff> {
  const element = design.elements.get(id);
  if (!element) return missing('element', id);
  const problem = lockedProblem([element], 'resize');
  if (problem !== undefined) return fail('locked', problem);
  const definition = definitionOf(element.kind);
  if (definition && definition.scope !== 'container' && definition.kind !== 'note')
    return fail('bad-setting', `${element.name} has a fixed size; only containers and notes can be resized.`);
  if (![frame.x, frame.y, frame.width, frame.height].every(Number.isFinite))
    return fail('bad-setting', 'The new size is not a number.');
  const bound = (value: number): number => Math.min(MAX, Math.max(Math.ceil(MIN / GRID) * GRID, snap(value)));
  const draft = draftOf(design);
  const next = { x: snap(frame.x), y: snap(frame.y), width: bound(frame.width), height: bound(frame.height) };
  draft.patchElement(id, { frame: next });
  return ok(draft.diff());
}
