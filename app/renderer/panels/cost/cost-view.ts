import { create } from 'zustand';
import type { Design } from '../../../../shared/model/design';
import { tagKeysOf } from '../../../../shared/model/tags';
import { useApp } from '../../store/app';

/** What the bill is divided by; `tag Owner` stands for the values of a tag. */
export type GroupBy = 'tier' | 'zone' | 'service' | 'element' | 'line' | `tag ${string}`;

/** What the drawer shows, kept while another tab is open. */
export const useCostView = create<{ readonly groupBy: GroupBy }>()(() => ({ groupBy: 'tier' }));

export interface Grouping {
  readonly value: GroupBy;
  readonly label: string;
}

const FIXED: readonly Grouping[] = [
  { value: 'tier', label: 'Tier' },
  { value: 'zone', label: 'Zone' },
  { value: 'service', label: 'Service' },
  { value: 'element', label: 'Element' },
  { value: 'line', label: 'Line' },
];

/** The ways to divide the bill of a design: those that there always are, and its tags. */
const groupingsOf = (design: Design): readonly Grouping[] => [
  ...FIXED,
  ...tagKeysOf(design).map((key): Grouping => ({ value: `tag ${key}`, label: `Tag ${key}` })),
];

/** The ways there are, and the one that is chosen; by tier where the tag that was chosen is gone. */
export function useGrouping(): { readonly groupings: readonly Grouping[]; readonly groupBy: GroupBy } {
  // Mere moves leave this design as it is, and with it the bill on screen.
  const design = useApp((state) => state.topology.design);
  const groupBy = useCostView((view) => view.groupBy);
  const groupings = groupingsOf(design);
  return { groupings, groupBy: groupings.some(({ value }) => value === groupBy) ? groupBy : 'tier' };
}
