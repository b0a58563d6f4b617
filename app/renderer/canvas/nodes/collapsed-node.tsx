import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatMonthly } from '../../../../shared/pricing/money';
import { useApp } from '../../store/app';
import { Icon } from '../icons';
import type { FlowNode } from '../projection/flow-types';
import { CollapseButton } from './collapse-button';
import { iconOf, tintOf } from './container-look';
import { holdsSelected, insideCost, insideFindings, insideLight, insideOutage, partCount } from './inside';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { selectDrawn, useDerived } from './slices';

/** A container as one box: what it is called, how much it holds, what that costs, and the worst of its findings. */
export const CollapsedNode = memo(({ id, selected, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  const parts = useDerived(partCount(id));
  const cost = useDerived(insideCost(id));
  const holds = useDerived(holdsSelected(id));
  const finding = useDerived(insideFindings(id));
  const outage = useDerived(insideOutage(id));
  const light = useDerived(insideLight(id));
  if (!element) return null;
  const tint = tintOf(element);
  return (
    <NodeFrame
      id={id}
      className="canvas-collapsed"
      selected={selected || holds}
      mark={data.mark}
      tint={tint}
      finding={finding}
      outage={outage}
      light={light}
      fades
    >
      <span className="canvas-collapsed__icon">
        <Icon icon={iconOf(tint, element.kind)} size={32} />
      </span>
      <span className="canvas-collapsed__text">
        <NodeName id={id} name={element.name} lines={2} />
        <span className="canvas-collapsed__parts ui-numeric">{parts === 1 ? '1 part' : `${parts} parts`}</span>
      </span>
      {cost ? (
        <span className="canvas-service__cost canvas-collapsed__cost ui-numeric">{formatMonthly(cost)}</span>
      ) : null}
      <CollapseButton id={id} name={element.name} isCollapsed />
    </NodeFrame>
  );
});
CollapsedNode.displayName = 'CollapsedNode';
