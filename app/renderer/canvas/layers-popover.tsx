import { Layers as LayersIcon } from 'lucide-react';
import { app, useApp } from '../store/app';
import { hiddenLayers, type Layer } from '../store/layers';
import { IconButton } from '../ui/button';
import { Popover } from '../ui/popover';
import { Checkbox } from '../ui/toggle';

const LABELS: readonly (readonly [Layer, string])[] = [
  ['cost', 'Cost'],
  ['findings', 'Findings'],
  ['subnets', 'Subnets'],
  ['management', 'Management connections'],
];

/** What is shown on the drawing; remembered for every design. */
export const LayersPopover = () => {
  const layers = useApp(({ view }) => view.layers);
  const isPart = hiddenLayers(layers) !== undefined;
  return (
    <Popover
      label="Layers"
      side="top"
      align="end"
      trigger={
        <IconButton
          icon={LayersIcon}
          label={isPart ? 'Layers, some hidden' : 'Layers'}
          side="top"
          data-part={isPart ? '' : undefined}
        />
      }
    >
      <h2 className="layers__title">Show on the canvas</h2>
      <div className="layers">
        {LABELS.map(([layer, label]) => (
          <Checkbox
            key={layer}
            label={label}
            checked={layers[layer]}
            onChange={(isShown) => app.setView({ layers: { ...app.getState().view.layers, [layer]: isShown } })}
          />
        ))}
      </div>
      <p className="layers__note">Management: administration, logs, monitoring, encryption keys.</p>
    </Popover>
  );
};
