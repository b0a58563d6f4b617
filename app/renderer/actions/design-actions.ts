import { Keyboard, Network, Settings2 } from 'lucide-react';
import { addElement } from '../../../shared/commands/add-element';
import type { Element } from '../../../shared/model/design';
import { newDocument } from '../session/open-document';
import { app } from '../store/app';
import { type Action, hasDocument } from './action';

/** Adds one element and answers with it; undefined where it was refused (and said so). */
function add(kind: string, container: string | null, at: { x: number; y: number }): Element | undefined {
  const before = app.getState().design.elements;
  const outcome = app.dispatch(`Add ${kind}`, (design) =>
    addElement(design, { kind, container, at, newId: app.newId }),
  );
  if (!outcome.ok) return undefined;
  return [...app.getState().design.elements.values()].find(({ id, kind: added }) => added === kind && !before.has(id));
}

/** A Region with a VPC over two Availability Zones: one undo step. Starts a design where none is open. */
async function drawVpc(): Promise<void> {
  if (!app.getState().document && !(await newDocument())) return;
  const centre = app.canvas()?.visibleCentre() ?? { x: 0, y: 0 };
  app.beginGesture('Draw a VPC');
  const region = add('region', null, { x: Math.round(centre.x) - 400, y: Math.round(centre.y) - 280 });
  const vpc = region && add('vpc', region.id, { x: 32, y: 56 });
  if (vpc) {
    add('availability-zone', vpc.id, { x: 32, y: 56 });
    add('availability-zone', vpc.id, { x: 304, y: 56 });
    app.select({ elements: [vpc.id] });
  }
  app.commitGesture();
  requestAnimationFrame(() => app.canvas()?.fit());
}

export const designActions: readonly Action[] = [
  { id: 'design.drawVpc', label: 'Draw a VPC', group: 'Design', icon: Network, isEnabled: () => true, run: drawVpc },
  {
    id: 'design.settings',
    label: 'Design settings',
    group: 'Design',
    icon: Settings2,
    isEnabled: hasDocument,
    run: () => {
      app.select({});
      app.setPanels({ inspectorOpen: true });
    },
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    icon: Keyboard,
    shortcuts: ['Mod+/'],
    isEnabled: () => true,
    run: () => app.openDialog({ kind: 'shortcuts' }),
  },
];
