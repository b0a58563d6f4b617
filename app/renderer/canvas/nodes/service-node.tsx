import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { definitionOf, isActorKind } from '../../../../shared/catalog/catalog';
import { formatMonthly, type MonthlyFigure } from '../../../../shared/pricing/money';
import { useApp } from '../../store/app';
import type { AppState } from '../../store/state';
import { KindIcon } from '../icons';
import type { FlowNode } from '../projection/flow-types';
import { ConnectHandles } from './connect-handles';
import { MemberChips } from './member-chips';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { selectDrawn } from './slices';
import { SpanHandles } from './span-handles';

/** Wide enough to be stretched over several zones rather than a card. */
const BAR_WIDTH = 200;

const selectDrawnCost =
  (id: string) =>
  ({ preview, costOf }: AppState): MonthlyFigure | undefined =>
    (preview?.analysis.costOf ?? costOf).get(id);

const Cost = ({ id }: { readonly id: string }) => {
  const cost = useApp(selectDrawnCost(id));
  // What is free by definition says nothing; what is not priced says so.
  const isFree = cost?.micros === 0 && !cost.isLowerBound && !cost.isUnpriced;
  return cost && !isFree ? <span className="canvas-service__cost ui-numeric">{formatMonthly(cost)}</span> : null;
};

/** Whether there are other Availability Zones that it could be stretched over. */
const selectCanSpan =
  (id: string) =>
  ({ topology, design, preview, outage }: AppState): boolean => {
    const element = design.elements.get(id);
    if (!element || element.locked || preview || outage || definitionOf(element.kind)?.scope !== 'spanning')
      return false;
    return (topology.service(id)?.vpc?.zones.length ?? 0) > 1;
  };

const classOf = (kind: string, width: number): string => {
  const shape = isActorKind(kind) ? 'actor' : width > BAR_WIDTH ? 'bar' : 'card';
  return `canvas-service canvas-service--${definitionOf(kind) ? shape : 'unknown'}`;
};

/** A service or actor: icon, name, the setting that matters, cost, and the members of a spanning one. */
export const ServiceNode = memo(({ id, selected, dragging, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  const isHovered = useApp(({ hover }) => hover === id);
  const canSpan = useApp(selectCanSpan(id));
  if (!element) return null;
  const { kind, name, settings, frame } = element;
  const definition = definitionOf(kind);
  const isBar = frame.width > BAR_WIDTH;
  const detail = definition ? definition.headline(settings) : `Unknown kind “${kind}”`;
  const isInHand = (selected || isHovered) && !dragging && data.mark !== 'removed';
  return (
    <NodeFrame id={id} className={classOf(kind, frame.width)} selected={selected} mark={data.mark} fades>
      <span className="canvas-service__icon">
        <KindIcon kind={kind} size={isActorKind(kind) ? 32 : 40} />
      </span>
      <span className="canvas-service__text">
        <NodeName id={id} name={name} lines={isBar ? 1 : 2} />
        {detail === '' || detail === name ? null : (
          <span className="canvas-service__detail ui-truncate" title={detail} dir="auto">
            {detail}
          </span>
        )}
      </span>
      <span className="canvas-service__foot">
        {definition?.scope === 'spanning' ? <MemberChips id={id} isBar={isBar} /> : null}
        <Cost id={id} />
      </span>
      {isInHand && canSpan ? <SpanHandles id={id} /> : null}
      {isInHand ? <ConnectHandles id={id} /> : null}
    </NodeFrame>
  );
});
ServiceNode.displayName = 'ServiceNode';
