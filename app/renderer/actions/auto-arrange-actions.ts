import { Sparkles, WandSparkles } from 'lucide-react';
import { arrange, nameArranging } from '../arrange/arrange-selection';
import type { AppState } from '../store/state';
import type { Action } from './action';

export type AutoArrangeId = 'arrange.tidy' | 'arrange.anew';

const canArrange = ({ design, preview, outage, gesture }: AppState): boolean =>
  design.elements.size > 1 && preview === null && outage === null && gesture === null;

/** Placing by the computer. */
export const autoArrangeActions: readonly Action[] = [
  {
    id: 'arrange.tidy',
    label: (state) => nameArranging(state, false),
    group: 'Edit',
    icon: Sparkles,
    shortcuts: ['Mod+Shift+A'],
    isEnabled: canArrange,
    run: () => arrange(false),
  },
  {
    id: 'arrange.anew',
    label: (state) => nameArranging(state, true),
    group: 'Edit',
    icon: WandSparkles,
    shortcuts: ['Mod+Alt+A'],
    isEnabled: canArrange,
    run: () => arrange(true),
  },
];
