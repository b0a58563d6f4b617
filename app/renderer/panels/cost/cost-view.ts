import { create } from 'zustand';

export type GroupBy = 'tier' | 'element' | 'service';

/** What the drawer shows, kept while another tab is open. */
export const useCostView = create<{ readonly groupBy: GroupBy }>()(() => ({ groupBy: 'tier' }));

const GROUPINGS: Readonly<Record<GroupBy, string>> = { tier: 'Tier', element: 'Element', service: 'Service' };

export const groupings: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'tier', label: GROUPINGS.tier },
  { value: 'service', label: GROUPINGS.service },
  { value: 'element', label: GROUPINGS.element },
];
