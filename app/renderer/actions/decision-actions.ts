import { CopyCheck, ListChecks, Scale, TrendingUp } from 'lucide-react';
import { keepVariant } from '../session/variants';
import { app } from '../store/app';
import type { AppState, Mending } from '../store/state';
import { type Action, hasDocument } from './action';

const canMend = (state: AppState): boolean => hasDocument(state) && state.outage === null;

const showMending = (mending: Mending): void => {
  app.setView({ drawerTab: 'problems', mending });
  app.setPanels({ drawerOpen: true });
};

/** What helps to decide between designs, and to mend several faults at once. */
export const decisionActions: readonly Action[] = [
  {
    id: 'design.fixSafe',
    label: 'Fix all safe ones…',
    group: 'Design',
    icon: ListChecks,
    isEnabled: canMend,
    run: () => showMending('safe'),
  },
  {
    id: 'design.reach',
    label: 'Cheapest way to an availability…',
    group: 'Design',
    icon: TrendingUp,
    isEnabled: canMend,
    run: () => showMending('reach'),
  },
  {
    id: 'design.keepVariant',
    label: 'Keep as variant to compare with',
    group: 'Design',
    icon: CopyCheck,
    isEnabled: hasDocument,
    run: keepVariant,
  },
  {
    id: 'view.compare',
    label: 'Compare designs…',
    group: 'View',
    icon: Scale,
    shortcuts: ['Mod+Alt+6'],
    isEnabled: () => true,
    run: () => app.openDialog({ kind: 'compare', with: app.getState().document ? 'open' : 'wordpress' }),
  },
];
