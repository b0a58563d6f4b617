import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatMonthly } from '../../../../shared/pricing/money';
import { TierLeft } from '../../outage/tier-left';
import { useApp } from '../../store/app';
import type { FlowNode } from '../projection/flow-types';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { selectDrawn, tierCost, useDerived } from './slices';

/** A soft band across the zones, its name in the gutter at the left. */
export const TierNode = memo(({ id, selected, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  const cost = useDerived(tierCost(id));
  if (!element) return null;
  return (
    <NodeFrame id={id} className="canvas-tier" selected={selected} mark={data.mark}>
      <div className="canvas-tier__gutter">
        <NodeName id={id} name={element.name} lines={2} />
        <TierLeft id={id} />
        {cost ? <span className="canvas-tier__cost ui-numeric">{formatMonthly(cost)}</span> : null}
      </div>
    </NodeFrame>
  );
});
TierNode.displayName = 'TierNode';
