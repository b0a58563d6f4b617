import type { Element, ElementId, Frame } from '../../model/design';
import { compareText } from '../../util/sorting';
import { snapUp } from '../measures';
import { pushApart } from '../push-apart';
import { flowGraph, type Link, type PlaceGraph, readPlaced } from './flow-graph';
import { tidy } from './tidy';

export interface Siblings {
  readonly elements: readonly Element[];
  frame(element: Element): Frame;
  /** Where it lay before anything was arranged. */
  was(element: Element): Frame;
  readonly links: readonly Link[];
  /** Upper left corner of the whole. */
  readonly corner: { readonly x: number; readonly y: number };
  /** By their connections, whatever their places are now. */
  readonly anew: boolean;
  /** Else brought in line, or left where they were put as far as none lies over another. */
  readonly inLine: boolean;
}

/** What stays where it is: locked, or lying over others on purpose. */
const stays = ({ locked, order }: Element): boolean => locked === true || order !== undefined;

const gap = (a: Frame, b: Frame): number =>
  Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width) + Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);

/** Where a note that stood before, along or beyond a stretch stands beside the stretch that took its place. */
const follow = (at: number, from: number, fromSize: number, to: number, toSize: number): number =>
  at >= from + fromSize ? at - from - fromSize + to + toSize : at - from + to;

/** A note keeps its distance from what it stood beside. */
function followNeighbour(note: Frame, before: ReadonlyMap<ElementId, Frame>, after: ReadonlyMap<ElementId, Frame>) {
  let nearest: ElementId | undefined;
  for (const [id, frame] of before)
    if (nearest === undefined || gap(note, frame) < gap(note, before.get(nearest) ?? frame)) nearest = id;
  const [from, to] = [before.get(nearest ?? ''), after.get(nearest ?? '')];
  if (!from || !to) return note;
  const x = follow(note.x, from.x, from.width, to.x, to.width);
  return { ...note, x, y: follow(note.y, from.y, from.height, to.y, to.height) };
}

/** Moves `loose` frames out of the way of one another and of the `fixed` ones. */
function settle(fixed: readonly Frame[], loose: ReadonlyMap<ElementId, Frame>): ReadonlyMap<ElementId, Frame> {
  const apart = pushApart([
    ...fixed.map((frame) => ({ frame, isFixed: true })),
    ...[...loose.values()].map((frame) => ({ frame, isFixed: false })),
  ]);
  return new Map([...loose].map(([id, frame], index) => [id, apart[fixed.length + index] ?? frame]));
}

/** New frames of siblings: none lies over another, locked ones stay, notes stay beside what they stood by. */
export async function placeSiblings(
  siblings: Siblings,
  placeGraph: PlaceGraph,
): Promise<ReadonlyMap<ElementId, Frame>> {
  const { links, corner, anew, inLine } = siblings;
  const elements = [...siblings.elements].sort((a, b) => compareText(a.id, b.id));
  const frameOf = (element: Element): Frame => {
    const { x, y, width, height } = siblings.frame(element);
    return { x, y, width: snapUp(width), height: snapUp(height) };
  };
  const fixed = elements.filter((element) => stays(element) && element.kind !== 'tier').map(frameOf);
  const free = elements.filter((element) => !stays(element) && element.kind !== 'tier');
  const isNote = ({ kind }: Element): boolean => anew && kind === 'note' && free.some((other) => other.kind !== 'note');
  const before = new Map(free.filter((element) => !isNote(element)).map((element) => [element.id, frameOf(element)]));
  const notes = new Map(free.filter(isNote).map((element) => [element.id, frameOf(element)]));
  const placed = anew
    ? readPlaced(before, before.size > 1 ? await placeGraph(flowGraph(before, links)) : atOnce(before), corner)
    : inLine
      ? tidy(before)
      : before;
  const settled = settle(fixed, placed);
  const was = new Map(
    free.filter((element) => before.has(element.id)).map((element) => [element.id, siblings.was(element)]),
  );
  const beside = new Map([...notes].map(([id, note]) => [id, followNeighbour(note, was, settled)]));
  return new Map([...settled, ...keepInside(settle([...fixed, ...settled.values()], beside), corner, fixed, settled)]);
}

/** Notes that stood left of or above all else, moved so far that they begin at the corner. */
function keepInside(
  notes: ReadonlyMap<ElementId, Frame>,
  corner: { readonly x: number; readonly y: number },
  fixed: readonly Frame[],
  settled: ReadonlyMap<ElementId, Frame>,
): ReadonlyMap<ElementId, Frame> {
  const inside = new Map(
    [...notes].map(([id, note]) => [id, { ...note, x: Math.max(corner.x, note.x), y: Math.max(corner.y, note.y) }]),
  );
  return settle([...fixed, ...settled.values()], inside);
}

const atOnce = (frames: ReadonlyMap<ElementId, Frame>) => [...frames.keys()].map((id) => ({ id, x: 0, y: 0 }));
