import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useApp } from '../../store/app';
import type { FlowNode } from '../projection/flow-types';
import { CollapseButton } from './collapse-button';
import { NodeFrame } from './node-frame';
import { NodeName } from './node-name';
import { ResizeHandle } from './resize-handle';
import { selectDrawn } from './slices';

/** Keeps things together on the drawing. */
export const GroupNode = memo(({ id, selected, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  if (!element) return null;
  return (
    <NodeFrame
      id={id}
      className="canvas-container canvas-container--group"
      selected={selected}
      mark={data.mark}
      tint="group"
    >
      <div className="canvas-container__head">
        <NodeName id={id} name={element.name} lines={1} />
        <CollapseButton id={id} name={element.name} isCollapsed={false} />
      </div>
      {selected && !element.locked ? <ResizeHandle id={id} /> : null}
    </NodeFrame>
  );
});
GroupNode.displayName = 'GroupNode';
