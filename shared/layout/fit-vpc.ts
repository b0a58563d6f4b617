import type { Element } from '../model/design';
import { compareBy } from '../util/sorting';
import type { Board } from './board';
import { assignLanes, type LaneBar } from './fit-lanes';
import { fillSlots } from './fit-slots';
import { BAND, BAND_GAP, GAP, GUTTER, PADDING, SERVICE_HEIGHT, SERVICE_WIDTH, snapUp } from './measures';
import { planVpc, type Row, type VpcPlan } from './vpc-plan';

const VPC_HEADER = 36;
const ZONE_HEADER = 28;
const SUBNET_HEADER = 28;
const MIN_COLUMN = SERVICE_WIDTH + 4 * PADDING;
export const CARD_TOP = SUBNET_HEADER + PADDING;
const LANE = SERVICE_HEIGHT + GAP;

interface Column {
  readonly zone: Element;
  readonly x: number;
  readonly width: number;
}

/** Side by side from the gutter on, each as wide as it was made or as its widest card asks. */
function placeColumns(board: Board, { zones }: VpcPlan): readonly Column[] {
  let x = GUTTER + PADDING;
  return zones.map((zone) => {
    let width = Math.max(MIN_COLUMN, snapUp(zone.frame.width));
    for (const child of board.children(zone.id)) {
      if (child.kind !== 'subnet') width = Math.max(width, snapUp(board.frame(child).width) + 2 * PADDING);
      for (const card of board.children(child.id))
        width = Math.max(width, snapUp(board.frame(card).width) + 4 * PADDING);
    }
    const column = { zone, x, width };
    x += width + PADDING;
    return column;
  });
}

/** Cards of each subnet are placed; answers with the height of all but the lowest subnet of the cell, and the lowest one's card area. */
function fillCell(board: Board, cell: readonly Element[], width: number) {
  const heights = cell.map((subnet) => fillSlots(board, board.children(subnet.id), width, CARD_TOP));
  const upper = heights.slice(0, -1).map((bottom) => Math.max(bottom, CARD_TOP + SERVICE_HEIGHT) + PADDING);
  return { upper, cards: heights.at(-1) ?? CARD_TOP };
}

interface RowHeights {
  readonly upper: readonly (readonly number[])[];
  /** From the top of the row to its first lane. */
  readonly lanes: number;
  readonly height: number;
}

function measureRow(board: Board, row: Row, columns: readonly Column[], bars: readonly LaneBar[]): RowHeights {
  let lanes = CARD_TOP;
  const upper: (readonly number[])[] = [];
  for (const [index, { width }] of columns.entries()) {
    const cell = fillCell(board, row.cells[index] ?? [], width - 2 * PADDING);
    const above = cell.upper.reduce((sum, height) => sum + height + GAP, 0);
    const own = cell.cards > CARD_TOP ? cell.cards + GAP : CARD_TOP;
    lanes = Math.max(lanes, above + own);
    upper.push(cell.upper);
  }
  const laneCount = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const filled = laneCount > 0 ? lanes + laneCount * LANE - GAP : lanes > CARD_TOP ? lanes - GAP : CARD_TOP;
  return { upper, lanes, height: Math.max(filled, CARD_TOP + SERVICE_HEIGHT) + PADDING };
}

/** Subnets of a cell one below the other; the lowest fills the row. */
function placeCell(
  board: Board,
  cell: readonly Element[],
  upper: readonly number[],
  y: number,
  bottom: number,
  width: number,
) {
  let top = y;
  for (const [index, subnet] of cell.entries()) {
    const height = upper[index] ?? bottom - top;
    board.place(subnet, { x: PADDING, y: top, width: width - 2 * PADDING, height });
    top += height + GAP;
  }
}

/** A bar lies over the subnets of its row, inset like a card. */
function placeBar(board: Board, { bar, lane, first, last }: LaneBar, columns: readonly Column[], lanesTop: number) {
  const from = columns[first];
  const to = columns[last];
  const x = (from?.x ?? GUTTER) + 2 * PADDING;
  const right = to ? to.x + to.width - 2 * PADDING : x + SERVICE_WIDTH;
  board.place(bar, { x, y: lanesTop + lane * LANE, width: right - x, height: SERVICE_HEIGHT });
}

interface Extent {
  readonly right: number;
  readonly bottom: number;
}

/** Internet gateway, notes and groups, in a strip under the VPC's name. Answers with its height and the width it needs. */
function measureStrip(board: Board, loose: readonly Element[]) {
  const frames = loose.map((element) => board.frame(element));
  const height = frames.reduce((most, frame) => Math.max(most, snapUp(frame.height)), 0);
  const width = frames.reduce((sum, frame) => sum + snapUp(frame.width) + PADDING, PADDING);
  return { height: loose.length > 0 ? height + GAP : 0, width };
}

function placeStrip(board: Board, loose: readonly Element[], right: number): void {
  const order = [...loose].sort(
    compareBy(
      ({ frame }) => -(frame.x + frame.width),
      ({ id }) => id,
    ),
  );
  let x = right - PADDING;
  for (const element of order) {
    const { width, height } = board.frame(element);
    const box = { width: snapUp(width), height: snapUp(height) };
    x -= box.width;
    board.place(element, { x, y: VPC_HEADER, ...box });
    x -= PADDING;
  }
}

/** Notes and other things of a zone that are no subnet, below its rows. Answers with the lowest edge, relative to the VPC. */
function placeBelow(board: Board, { zone, width }: Column, top: number, zoneTop: number): number {
  const others = board.children(zone.id).filter(({ kind }) => kind !== 'subnet');
  if (others.length === 0) return top;
  return zoneTop + fillSlots(board, others, width, top - zoneTop + GAP);
}

function placeRows(
  board: Board,
  plan: VpcPlan,
  columns: readonly Column[],
  zoneTop: number,
): Extent & { bands: readonly [Element, number, number][] } {
  let bandTop = zoneTop + ZONE_HEADER + BAND;
  let right = GUTTER + PADDING;
  const bands: [Element, number, number][] = [];
  for (const row of plan.rows) {
    const bars = assignLanes(row);
    const { upper, lanes, height } = measureRow(board, row, columns, bars);
    const top = bandTop + BAND;
    for (const [index, column] of columns.entries())
      placeCell(board, row.cells[index] ?? [], upper[index] ?? [], top - zoneTop, top - zoneTop + height, column.width);
    for (const bar of bars) {
      placeBar(board, bar, columns, top + lanes);
      const { x, width } = board.frame(bar.bar);
      right = Math.max(right, x + width + 2 * PADDING);
    }
    if (row.tier) bands.push([row.tier, bandTop, height + 2 * BAND]);
    bandTop += height + 2 * BAND + BAND_GAP;
  }
  return { right, bottom: bandTop - BAND_GAP, bands };
}

/** Arranges a VPC as a grid of zones (columns) and tiers (rows), and grows it to hold them. Its children that are groups have been sized before. */
export function fitVpc(board: Board, vpc: Element): void {
  const plan = planVpc(board, vpc);
  const columns = placeColumns(board, plan);
  const strip = measureStrip(board, plan.loose);
  const zoneTop = VPC_HEADER + strip.height;
  const rows = placeRows(board, plan, columns, zoneTop);
  let bottom = rows.bottom + BAND;
  for (const column of columns) bottom = Math.max(bottom, placeBelow(board, column, rows.bottom, zoneTop) + PADDING);
  const last = columns.at(-1);
  const hasGrid = plan.zones.length + plan.rows.length > 0;
  const need = Math.max(strip.width, hasGrid ? rows.right : 0, last ? last.x + last.width + PADDING : 0);
  const own = board.frame(vpc);
  const width = Math.max(snapUp(own.width), snapUp(need));
  const height = Math.max(snapUp(own.height), snapUp(bottom + PADDING));
  for (const { zone, x, width: columnWidth } of columns)
    board.place(zone, { x, y: zoneTop, width: columnWidth, height: height - zoneTop - PADDING });
  for (const [tier, y, tall] of rows.bands)
    board.place(tier, { x: PADDING / 2, y, width: width - PADDING, height: tall });
  placeStrip(board, plan.loose, width);
  board.place(vpc, { x: own.x, y: own.y, width, height });
}
