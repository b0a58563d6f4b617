import type { GroupBy } from './cost-view';
import type { CostGroup } from './group-lines';

/** A part of the chart. */
export interface ChartShare {
  readonly id: string;
  readonly label: string;
  readonly micros: number;
  /** Of all that is paid, allowances aside. */
  readonly share: number;
}

const MOST = 6;

/**
 * What the bill is made of, largest first: groups, or entries where there is one group only. What is too small to be told apart is
 * one part; allowances, which take something away, are in the table.
 */
export function readChartShares(groups: readonly CostGroup[], by: GroupBy): readonly ChartShare[] {
  const [only] = groups;
  const parts =
    groups.length === 1 && only !== undefined && only.title === ''
      ? only.entries.map(({ id, name, lines: [line], figure }, index) => ({
          id: `${id} ${line?.item} ${index}`,
          label: by === 'line' && line !== undefined ? `${name}: ${line.description}` : name,
          micros: figure.micros,
        }))
      : groups.map(({ id, title, figure }) => ({ id, label: title, micros: figure.micros }));
  const paid = parts.filter(({ micros }) => micros > 0).sort((a, b) => b.micros - a.micros);
  const sum = paid.reduce((total, { micros }) => total + micros, 0);
  const shown = paid.length > MOST ? paid.slice(0, MOST - 1) : paid;
  const rest = paid.slice(shown.length);
  const all =
    rest.length === 0
      ? shown
      : [
          ...shown,
          { id: 'rest', label: `${rest.length} more`, micros: rest.reduce((total, { micros }) => total + micros, 0) },
        ];
  return all.map((part) => ({ ...part, share: part.micros / sum }));
}
