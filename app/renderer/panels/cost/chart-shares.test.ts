import { expect, it } from 'vitest';
import { readChartShares } from './chart-shares';
import type { CostGroup } from './group-lines';

const group = (title: string, micros: number): CostGroup => ({
  id: title,
  title,
  figure: { micros, isLowerBound: false, isUnpriced: false },
  entries: [],
});

it('shows the largest first, puts what is left into one part, and leaves allowances to the table', () => {
  const groups = [1, 2, 3, 4, 5, 6, 7, 8].map((micros) => group(`Tier ${micros}`, micros));
  const shares = readChartShares([...groups, group('Whole design', -5)], 'tier');
  expect(shares.map(({ label, micros }) => [label, micros])).toEqual([
    ['Tier 8', 8],
    ['Tier 7', 7],
    ['Tier 6', 6],
    ['Tier 5', 5],
    ['Tier 4', 4],
    ['3 more', 6],
  ]);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(readChartShares([], 'tier')).toEqual([]);
});
