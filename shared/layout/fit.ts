import { definitionOf } from '../catalog/catalog';
import type { Design, Element, Frame } from '../model/design';
import { type Change, type DesignDiff, emptyDiff } from '../model/diff';
import { type Board, makeBoard } from './board';
import { growAround, placeFreely } from './fit-free';
import { fitVpc } from './fit-vpc';
import { HEADER, PADDING, snapUp } from './measures';

/** Whether an element holds others; a kind this version does not know may. */
export const isContainer = ({ kind }: Element): boolean => {
  const definition = definitionOf(kind);
  return definition === undefined || definition.scope === 'container';
};

const CONTENT_TOP = 12;

/** Where the contents of a container begin, below its name. */
export const contentTop = ({ kind }: Element): number => (HEADER[kind] ?? PADDING) + CONTENT_TOP;

/** Arranges what a container holds, innermost first, and gives it the size that takes. */
function fitContainer(board: Board, container: Element): void {
  const children = board.children(container.id);
  for (const child of children) if (isContainer(child)) fitContainer(board, child);
  if (container.kind === 'vpc') {
    fitVpc(board, container);
    return;
  }
  const inVpcGrid = container.kind === 'availability-zone' || container.kind === 'subnet' || container.kind === 'tier';
  if (inVpcGrid && isInGrid(board, container)) return;
  if (children.length === 0) {
    const { x, y, width, height } = board.frame(container);
    board.place(container, { x, y, width: snapUp(width), height: snapUp(height) });
    return;
  }
  const frames = placeFreely(board, children, contentTop(container));
  board.place(container, growAround(board.frame(container), frames));
}

/** Zones, tiers and subnets that the grid of a VPC places; hand-written files may have them elsewhere. */
export function isInGrid(board: Board, element: Element): boolean {
  const holder = element.parent === null ? undefined : board.design.elements.get(element.parent);
  if (element.kind !== 'subnet') return holder?.kind === 'vpc';
  return holder?.kind === 'availability-zone' && isInGrid(board, holder);
}

const same = (a: Frame, b: Frame): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/**
 * The change that tidies a drawing: a VPC becomes a grid of Availability Zones (columns) and tiers (rows), containers grow to hold what is in
 * them, siblings that overlap move apart. Keeps to the 4 px grid, depends on nothing but the design, and has nothing to do the second time.
 */
export function fitDesign(design: Design): DesignDiff {
  const board = makeBoard(design);
  const roots = board.children(null);
  for (const root of roots) if (isContainer(root)) fitContainer(board, root);
  placeFreely(board, roots, null);
  return reframe(design, board.frames);
}

/** The change that gives elements other frames; those that have them already are left out. */
export function reframe(design: Design, frames: ReadonlyMap<string, Frame>): DesignDiff {
  const elements = new Map<string, Change<Element>>();
  for (const [id, frame] of frames) {
    const element = design.elements.get(id);
    if (element && !same(element.frame, frame)) elements.set(id, { from: element, to: { ...element, frame } });
  }
  return elements.size === 0 ? emptyDiff : { ...emptyDiff, elements };
}
