import { create } from 'zustand';

export type GroupBy = 'tier' | 'zone' | 'service' | 'element' | 'line';

/** What the drawer shows, kept while another tab is open. */
export const useCostView = create<{ readonly groupBy: GroupBy }>()(() => ({ groupBy: 'tier' }));

const GROUPINGS: Readonly<Record<GroupBy, string>> = {
  tier: 'Tier',
  zone: 'Zone',
  service: 'Service',
  element: 'Element',
  line: 'Line',
};

export const groupings: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'tier', label: GROUPINGS.tier },
  { value: 'zone', label: GROUPINGS.zone },
  { value: 'service', label: GROUPINGS.service },
  { value: 'element', label: GROUPINGS.element },
  { value: 'line', label: GROUPINGS.line },
];
