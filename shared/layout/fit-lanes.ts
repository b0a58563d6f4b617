import type { Element } from '../model/design';
import type { Row } from './vpc-plan';

/** A spanning service on a lane of its row, from its first to its last column; all columns where it has no subnet yet. */
export interface LaneBar {
  readonly bar: Element;
  readonly lane: number;
  readonly first: number;
  readonly last: number;
}

function spanOf(bar: Element, row: Row): readonly [first: number, last: number] {
  const columns: number[] = [];
  for (const [column, cell] of row.cells.entries())
    if (cell.some(({ id }) => bar.subnets.includes(id))) columns.push(column);
  const [first = 0] = columns;
  return [first, columns.at(-1) ?? Math.max(0, row.cells.length - 1)];
}

/** Each bar on the first lane that is free over its columns, in the order they stand. */
export function assignLanes(row: Row): readonly LaneBar[] {
  const placed: LaneBar[] = [];
  for (const bar of row.bars) {
    const [first, last] = spanOf(bar, row);
    let lane = 0;
    while (placed.some((other) => other.lane === lane && other.first <= last && first <= other.last)) lane += 1;
    placed.push({ bar, lane, first, last });
  }
  return placed;
}
