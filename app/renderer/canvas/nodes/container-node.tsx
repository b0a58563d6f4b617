import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { kinds } from '../../../../shared/catalog/services';
import type { Element } from '../../../../shared/model/design';
import { useApp } from '../../store/app';
import { Icon } from '../icons';
import type { FlowNode } from '../projection/flow-types';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { ResizeHandle } from './resize-handle';
import { selectDrawn } from './slices';

/** Which of the AWS group colours a container wears. */
const tintOf = ({ kind, settings }: Element): string =>
  kind === 'subnet' ? kinds.subnet.read(settings).exposure : kind === 'availability-zone' ? 'zone' : kind;

const iconOf = (tint: string, kind: string): string =>
  tint === 'public' ? 'architecture-group/Publicsubnet' : (definitionOf(kind)?.icon ?? 'unknown');

/** Region, VPC, Availability Zone or subnet in AWS's colours: icon in the corner, name beside it. */
export const ContainerNode = memo(({ id, selected, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  if (!element) return null;
  const tint = tintOf(element);
  const headline = definitionOf(element.kind)?.headline(element.settings) ?? '';
  return (
    <NodeFrame
      id={id}
      className={`canvas-container canvas-container--${element.kind}`}
      selected={selected}
      mark={data.mark}
      tint={tint}
    >
      <div className="canvas-container__head">
        <span className="canvas-container__icon">
          <Icon icon={iconOf(tint, element.kind)} size={element.kind === 'subnet' ? 16 : 20} />
        </span>
        <NodeName id={id} name={element.name} lines={1} />
        {headline === '' || headline === element.name ? null : (
          <span className="canvas-container__detail ui-numeric">{headline}</span>
        )}
      </div>
      {selected && !element.locked && (element.kind === 'region' || element.kind === 'vpc') ? (
        <ResizeHandle id={id} />
      ) : null}
    </NodeFrame>
  );
});
ContainerNode.displayName = 'ContainerNode';
