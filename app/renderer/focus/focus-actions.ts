import { Focus } from 'lucide-react';
import { type Action, hasDocument } from '../actions/action';
import { app } from '../store/app';

export const focusActions: readonly Action[] = [
  {
    id: 'view.focus',
    label: ({ focus }) => (focus ? 'Leave focus mode' : 'Focus on path'),
    group: 'View',
    icon: Focus,
    shortcuts: ['F'],
    isEnabled: (state) => hasDocument(state) && !state.outage,
    run: () => (app.getState().focus ? app.leaveFocus() : app.enterFocus()),
  },
];
