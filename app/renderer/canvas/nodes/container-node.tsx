import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { useApp } from '../../store/app';
import { Icon } from '../icons';
import type { FlowNode } from '../projection/flow-types';
import { CollapseButton } from './collapse-button';
import { iconOf, tintOf } from './container-look';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { ResizeHandle } from './resize-handle';
import { selectDrawn } from './slices';

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
        {element.kind === 'availability-zone' ? null : (
          <CollapseButton id={id} name={element.name} isCollapsed={false} />
        )}
      </div>
      {selected && !element.locked && (element.kind === 'region' || element.kind === 'vpc') ? (
        <ResizeHandle id={id} />
      ) : null}
    </NodeFrame>
  );
});
ContainerNode.displayName = 'ContainerNode';
