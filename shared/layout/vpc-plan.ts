import { kinds } from '../catalog/services';
import type { Element, ElementId } from '../model/design';
import { compareBy } from '../util/sorting';
import { type Board, isSpanning } from './board';

/** A row of a VPC's grid: a tier, or subnets without one. */
export interface Row {
  readonly tier: Element | null;
  /** Subnets by column; several of one tier in one zone stand one below the other. */
  readonly cells: readonly (readonly Element[])[];
  readonly bars: readonly Element[];
}

/** What a VPC holds, sorted into columns (zones) and rows (tiers). */
export interface VpcPlan {
  readonly vpc: Element;
  readonly zones: readonly Element[];
  readonly rows: readonly Row[];
  /** Neither in the grid nor spanning: the internet gateway, notes, groups. */
  readonly loose: readonly Element[];
}

const letter = (zone: Element): string => kinds['availability-zone'].read(zone.settings).zone;

const byColumn = compareBy<Element>(
  ({ frame }) => frame.x,
  letter,
  ({ id }) => id,
);
const byRow = compareBy<Element>(
  ({ frame }) => frame.y,
  ({ id }) => id,
);
const byLane = compareBy<Element>(
  ({ frame }) => frame.y,
  ({ frame }) => frame.x,
  ({ id }) => id,
);

/** The row of a spanning service: its tier's, else that of its first subnet, else the last one. */
function rowOfBar(bar: Element, tierRows: ReadonlyMap<ElementId, number>, subnetRows: ReadonlyMap<ElementId, number>) {
  const own = bar.tier === null ? undefined : tierRows.get(bar.tier);
  return own ?? bar.subnets.map((id) => subnetRows.get(id)).find((row) => row !== undefined);
}

interface OpenRow {
  readonly tier: Element | null;
  readonly cells: Element[][];
  readonly bars: Element[];
}

const openRow = (tier: Element | null, columns: number): OpenRow => ({
  tier,
  cells: Array.from({ length: columns }, () => []),
  bars: [],
});

/** Puts each subnet into its tier's row; those without a tier of this VPC get rows below, one for each in a zone. */
function placeSubnets(board: Board, zones: readonly Element[], rows: OpenRow[], tierRows: Map<ElementId, number>) {
  const subnetRows = new Map<ElementId, number>();
  const first = rows.length;
  for (const [column, zone] of zones.entries()) {
    let untiered = first;
    const subnets = board.children(zone.id).filter(({ kind }) => kind === 'subnet');
    for (const subnet of [...subnets].sort(byRow)) {
      const own = subnet.tier === null ? undefined : tierRows.get(subnet.tier);
      const index = own ?? untiered++;
      rows[index] ??= openRow(null, zones.length);
      rows[index].cells[column]?.push(subnet);
      subnetRows.set(subnet.id, index);
    }
  }
  return subnetRows;
}

/** Sorts what a VPC holds into its grid. */
export function planVpc(board: Board, vpc: Element): VpcPlan {
  const children = board.children(vpc.id);
  const zones = children.filter(({ kind }) => kind === 'availability-zone').sort(byColumn);
  const tiers = children.filter(({ kind }) => kind === 'tier').sort(byRow);
  const tierRows = new Map(tiers.map(({ id }, index) => [id, index]));
  const rows = tiers.map((tier) => openRow(tier, zones.length));
  const subnetRows = placeSubnets(board, zones, rows, tierRows);
  const homeless: Element[] = [];
  for (const bar of children.filter(isSpanning).sort(byLane)) {
    const row = rows[rowOfBar(bar, tierRows, subnetRows) ?? -1];
    if (row) row.bars.push(bar);
    else homeless.push(bar);
  }
  if (homeless.length > 0) rows.push({ ...openRow(null, zones.length), bars: homeless });
  const loose = children.filter(
    (child) => child.kind !== 'availability-zone' && child.kind !== 'tier' && !isSpanning(child),
  );
  return { vpc, zones, rows, loose };
}
