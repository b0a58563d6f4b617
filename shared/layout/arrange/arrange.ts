import type { Design, Element, ElementId, Frame } from '../../model/design';
import { compose, type DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ancestorsOf } from '../../model/hierarchy';
import { type Board, isSpanning, makeBoard } from '../board';
import { contentTop, isContainer, isInGrid, reframe } from '../fit';
import { growAround } from '../fit-free';
import { CARD_TOP, fitVpc } from '../fit-vpc';
import { GAP, PADDING, snap } from '../measures';
import { type LinksByContainer, liftLinks, type PlaceGraph } from './flow-graph';
import { placeSiblings } from './place-siblings';

export interface ArrangeArgs {
  /** What to arrange: the insides of these containers, and these elements among themselves. Null is everything. */
  readonly ids: readonly ElementId[] | null;
  /**
   * Places everything anew by its connections and makes containers as small as they can be. Else what was chosen is brought in line, in its order and
   * sizes; where everything is to be arranged, what was placed by hand stays as far as nothing lies over it.
   */
  readonly anew: boolean;
}

interface Job {
  readonly board: Board;
  readonly design: Design;
  readonly links: LinksByContainer;
  readonly anew: boolean;
  readonly inLine: boolean;
  readonly placeGraph: PlaceGraph;
}

const LEAST_WIDTH = 208;

const isLockedIn = (design: Design, element: Element): boolean =>
  element.locked === true || ancestorsOf(design, element).some(({ locked }) => locked);

const isGridPart = (board: Board, element: Element): boolean =>
  ['availability-zone', 'subnet', 'tier'].includes(element.kind) && isInGrid(board, element);

/** Elements the grid of a VPC has no say in. */
const isFree = (board: Board, element: Element): boolean => {
  const holder = board.design.elements.get(element.parent ?? '');
  if (holder?.kind === 'vpc' && isSpanning(element)) return false;
  return holder?.kind !== 'vpc' && holder?.kind !== 'subnet' && !(holder && isGridPart(board, holder));
};

/** The design with the sizes that containers within `scope` were given by hand forgotten. */
function forgetSizes(design: Design, isInScope: (element: Element) => boolean): Design {
  const holders = new Set([...design.elements.values()].map(({ parent }) => parent));
  const shrink = (element: Element): Element => {
    const { kind, frame, id } = element;
    const isSized = kind === 'availability-zone' || (holders.has(id) && ['region', 'vpc', 'group'].includes(kind));
    if (!isSized || !isInScope(element) || isLockedIn(design, element)) return element;
    return { ...element, frame: { ...frame, width: kind === 'availability-zone' ? 0 : LEAST_WIDTH, height: 0 } };
  };
  return { ...design, elements: new Map([...design.elements].map(([id, element]) => [id, shrink(element)])) };
}

/** Cards of a subnet one below the other, in the order they are read. */
function stackCards(board: Board, cards: readonly Element[]): void {
  const order = [...cards].sort((a, b) => a.frame.y - b.frame.y || a.frame.x - b.frame.x || (a.id < b.id ? -1 : 1));
  let y = CARD_TOP;
  for (const card of order) {
    const frame = board.frame(card);
    board.place(card, { ...frame, x: PADDING, y });
    y += frame.height + GAP;
  }
}

async function placeWithin(job: Job, id: ElementId | null, elements: readonly Element[], corner: Corner) {
  const { board, design, links, anew, inLine, placeGraph } = job;
  const was = ({ id: own, frame }: Element): Frame => design.elements.get(own)?.frame ?? frame;
  const siblings = { elements, frame: board.frame, was, links: links.get(id) ?? [], corner, anew, inLine };
  const frames = await placeSiblings(siblings, placeGraph);
  for (const element of elements) {
    const frame = frames.get(element.id);
    if (frame) board.place(element, frame);
  }
}

type Corner = Readonly<Pick<Frame, 'x' | 'y'>>;

const cornerOf = (board: Board, elements: readonly Element[]): Corner => ({
  x: snap(Math.min(...elements.map((element) => board.frame(element).x))),
  y: snap(Math.min(...elements.map((element) => board.frame(element).y))),
});

/** Arranges what a container holds, innermost first, and gives it the size that takes. */
async function arrangeInside(job: Job, container: Element): Promise<void> {
  const { board } = job;
  if (container.locked) return;
  const children = board.children(container.id);
  await Promise.all(children.filter(isContainer).map((child) => arrangeInside(job, child)));
  if (container.kind === 'vpc') fitVpc(board, container);
  else if (isGridPart(board, container)) {
    if (container.kind === 'subnet' && job.anew) stackCards(board, children);
  } else if (children.length > 0) {
    await placeWithin(job, container.id, children, { x: PADDING, y: contentTop(container) });
    const frames = children.map((child) => board.frame(child));
    board.place(container, growAround(board.frame(container), frames));
  }
}

/** Arranges the chosen ones of a container among themselves, where they stand. */
async function arrangeAmong(job: Job, parent: ElementId | null, elements: readonly Element[]): Promise<void> {
  const free = elements.filter((element) => isFree(job.board, element));
  if (free.length > 1) await placeWithin(job, parent, free, cornerOf(job.board, free));
}

function groupByParent(elements: readonly Element[]): ReadonlyMap<ElementId | null, readonly Element[]> {
  const groups = new Map<ElementId | null, Element[]>();
  for (const element of elements) groups.set(element.parent, [...(groups.get(element.parent) ?? []), element]);
  return groups;
}

/**
 * The change that arranges a design or part of it. Zones stay columns and tiers stay rows of their VPC, locked elements stay where
 * they are; what neither binds is placed as its connections flow, or only brought in line. Depends on nothing but its arguments
 * and on `placeGraph`; `fitDesign` is to follow.
 */
export async function arrangeDesign(
  design: Design,
  { ids, anew }: ArrangeArgs,
  placeGraph: PlaceGraph,
): Promise<DesignDiff> {
  const chosen = new Set(ids ?? []);
  const isChosen = (element: Element): boolean =>
    ids === null || chosen.has(element.id) || ancestorsOf(design, element).some(({ id }) => chosen.has(id));
  const board = makeBoard(anew ? forgetSizes(design, isChosen) : design);
  const job: Job = { board, design, links: liftLinks(design), anew, inLine: ids !== null, placeGraph };
  const roots =
    ids === null
      ? board.children(null)
      : [...board.design.elements.values()].filter(
          (element) => chosen.has(element.id) && !ancestorsOf(design, element).some(({ id }) => chosen.has(id)),
        );
  await Promise.all(roots.filter(isContainer).map((root) => arrangeInside(job, root)));
  for (const [parent, elements] of groupByParent(roots)) await arrangeAmong(job, parent, elements);
  const framed = reframe(design, board.frames);
  return anew ? compose(framed, straighten(design, isChosen)) : framed;
}

/** Corners bent by hand belong to the old places: lines of what is placed anew find their own way. */
function straighten(design: Design, isChosen: (element: Element) => boolean): DesignDiff {
  const draft = draftOf(design);
  for (const { bends, ...connection } of design.connections.values()) {
    const ends = [connection.from, connection.to].flatMap((id) => design.elements.get(id) ?? []);
    if (bends && ends.some(isChosen)) draft.putConnection(connection);
  }
  return draft.diff();
}
