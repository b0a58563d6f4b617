import { ZapOff } from 'lucide-react';
import { type Action, hasDocument } from '../actions/action';
import { app } from '../store/app';

export const outageActions: readonly Action[] = [
  {
    id: 'view.outage',
    label: ({ outage }) => (outage ? 'Leave outage mode' : 'Outage mode'),
    group: 'View',
    icon: ZapOff,
    shortcuts: ['Mod+Shift+F', 'O'],
    isEnabled: hasDocument,
    run: () => (app.getState().outage ? app.leaveOutage() : app.enterOutage()),
  },
];
