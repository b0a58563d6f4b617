import { definitionOf } from '../catalog/catalog';
import { placementProblem } from '../catalog/containment';
import type { Design, Element, ElementId, Frame, NewId } from '../model/design';
import { makeElement } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { ancestorsOf } from '../model/hierarchy';
import { fail, ok, type Result } from '../util/result';
import { snap } from './parts/geometry';
import { lockedProblem } from './parts/locked';
import { missing } from './parts/missing';
import { freeName } from './parts/names';

/** Room around what a group holds, the upper one with its name in it. */
const MARGIN = 16;
const HEADER = 40;

/** Why the grid of a VPC keeps an element out of groups; undefined where it does not. */
function gridProblem(design: Design, { kind, name, parent }: Element): string | undefined {
  const inVpc = parent !== null && design.elements.get(parent)?.kind === 'vpc';
  const isPart = kind === 'availability-zone' || kind === 'subnet' || kind === 'tier';
  return isPart || (inVpc && definitionOf(kind)?.scope === 'spanning')
    ? `${name} has its place in the grid of its VPC and cannot be grouped.`
    : undefined;
}

function frameAround(frames: readonly Frame[]): Frame {
  const x = Math.min(...frames.map((frame) => frame.x));
  const y = Math.min(...frames.map((frame) => frame.y));
  const right = Math.max(...frames.map((frame) => frame.x + frame.width));
  const bottom = Math.max(...frames.map((frame) => frame.y + frame.height));
  return {
    x: snap(x - MARGIN),
    y: snap(y - HEADER),
    width: snap(right - x + 2 * MARGIN),
    height: snap(bottom - y + HEADER + MARGIN),
  };
}

/** Puts elements of one container into a new group where they lie. What is inside another of them goes along with it. */
export function groupElements(
  design: Design,
  { ids, newId }: { readonly ids: readonly ElementId[]; readonly newId: NewId },
): Result<DesignDiff> {
  const wanted = new Set(ids);
  const roots: Element[] = [];
  for (const id of wanted) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    if (!ancestorsOf(design, element).some((container) => wanted.has(container.id))) roots.push(element);
  }
  const [first] = roots;
  if (!first) return fail('illegal-placement', 'Select the elements to group.');
  const { parent } = first;
  const stranger = roots.find((element) => element.parent !== parent);
  if (stranger)
    return fail(
      'illegal-placement',
      `${first.name} and ${stranger.name} lie in different containers. Only what lies in one container can be grouped.`,
    );
  const holder = parent === null ? undefined : design.elements.get(parent);
  const problem =
    lockedProblem(roots, 'group') ??
    roots.map((element) => gridProblem(design, element)).find((reason) => reason !== undefined) ??
    placementProblem('group', holder?.kind ?? null);
  if (problem !== undefined) return fail('illegal-placement', problem);
  const draft = draftOf(design);
  const frame = frameAround(roots.map((element) => element.frame));
  const group = makeElement({
    id: newId('group'),
    kind: 'group',
    name: freeName(design.elements.values(), 'Group'),
    parent,
    frame,
  });
  draft.putElement(group);
  for (const element of roots)
    draft.patchElement(element.id, {
      parent: group.id,
      frame: { ...element.frame, x: element.frame.x - frame.x, y: element.frame.y - frame.y },
    });
  return ok(draft.diff());
}

/** Takes groups away; what they held stays where it is, in the container around. */
export function ungroupElements(design: Design, { ids }: { readonly ids: readonly ElementId[] }): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of new Set(ids)) {
    const group = draft.element(id);
    if (!group) return missing('element', id);
    if (group.kind !== 'group') return fail('illegal-placement', `${group.name} is no group.`);
    const problem = lockedProblem([group], 'ungroup');
    if (problem !== undefined) return fail('locked', problem);
    for (const child of [...draft.elements()])
      if (child.parent === id)
        draft.patchElement(child.id, {
          parent: group.parent,
          frame: { ...child.frame, x: child.frame.x + group.frame.x, y: child.frame.y + group.frame.y },
        });
    for (const connection of [...draft.connections()])
      if (connection.from === id || connection.to === id) draft.removeConnection(connection.id);
    draft.removeElement(id);
  }
  return ok(draft.diff());
}
