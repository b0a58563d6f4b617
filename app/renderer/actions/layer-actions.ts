import { Banknote, CircleAlert, Grid2x2, type LucideIcon, Workflow } from 'lucide-react';
import { app } from '../store/app';
import type { Layer } from '../store/layers';
import { type Action, hasDocument } from './action';

const WORDS: Readonly<Record<Layer, string>> = {
  cost: 'cost',
  findings: 'findings',
  subnets: 'subnets',
  management: 'management connections',
};

const layerAction = (layer: Layer, icon: LucideIcon): Action => ({
  id: `layer.${layer}`,
  label: ({ view }) => `${view.layers[layer] ? 'Hide' : 'Show'} ${WORDS[layer]}`,
  group: 'View',
  icon,
  isEnabled: hasDocument,
  run: () => {
    const { layers } = app.getState().view;
    app.setView({ layers: { ...layers, [layer]: !layers[layer] } });
  },
});

/** What the drawing shows beside the elements. */
export const layerActions: readonly Action[] = [
  layerAction('cost', Banknote),
  layerAction('findings', CircleAlert),
  layerAction('subnets', Grid2x2),
  layerAction('management', Workflow),
];
