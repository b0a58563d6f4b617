import { EdgeLabelRenderer, type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { connectionMeanings, connectionSettings, isConnectionKind } from '../../../../shared/catalog/connections';
import { selectBroken } from '../../outage/use-outage';
import { useApp } from '../../store/app';
import { selectConnection } from '../../store/selectors';
import { arrowHead, halfWay, pathThrough } from '../geometry/path';
import { isSameRect, type Point, type Rect } from '../geometry/rect';
import { routeFreely } from '../geometry/route-connections';
import { useIsFar } from '../nodes/far';
import { findingMark, selectConnectionLight, useDerived } from '../nodes/slices';
import type { EdgeData, FlowEdge, FlowNode } from '../projection/flow-types';

const ARROW = 7;

const rectOf = (node: InternalNode<FlowNode>): Rect => ({
  ...node.internals.positionAbsolute,
  width: node.width ?? 0,
  height: node.height ?? 0,
});

/** The planned path; while an end is being dragged, one to where it is now. */
function useLivePoints(source: string, target: string, data: EdgeData): readonly Point[] {
  const from = useInternalNode<FlowNode>(source);
  const to = useInternalNode<FlowNode>(target);
  return useMemo(() => {
    if (!from || !to) return data.points;
    const fromRect = rectOf(from);
    const toRect = rectOf(to);
    if (isSameRect(fromRect, data.fromRect) && isSameRect(toRect, data.toRect)) return data.points;
    return routeFreely(fromRect, toRect);
  }, [from, to, data]);
}

const Label = ({ text, at }: { readonly text: string; readonly at: Point }) => (
  <EdgeLabelRenderer>
    <span
      className="canvas-pill ui-truncate"
      style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
    >
      {text}
    </span>
  </EdgeLabelRenderer>
);

/** What the pill says: the written label, else the meaning with its port. */
function useLabel(id: string, kind: string): string {
  const connection = useApp(selectConnection(id));
  const port = useApp(({ topology }) => topology.link(id)?.port);
  const settings = connection ? connectionSettings.read(connection.settings) : undefined;
  if (settings && settings.label !== '') return settings.label;
  if (!isConnectionKind(kind)) return kind;
  const { title, opensPort } = connectionMeanings[kind];
  return opensPort && port !== undefined ? `${title} · ${port}` : title;
}

const LitLabel = ({ id, kind, at }: { readonly id: string; readonly kind: string; readonly at: Point }) => (
  <Label text={useLabel(id, kind)} at={at} />
);

/** A connection: its style says what it means, its label shows with the pointer near it or while it is selected. */
const DrawnConnection = ({ id, source, target, selected, data }: EdgeProps<FlowEdge> & { readonly data: EdgeData }) => {
  const { mark, kind } = data;
  const light = useApp(selectConnectionLight(id, source, target));
  const broken = useApp(selectBroken(id, source, target));
  const finding = useDerived(findingMark(id));
  const isFar = useIsFar();
  const points = useLivePoints(source, target, data);
  const path = useMemo(() => pathThrough(points, ARROW), [points]);
  const line = isConnectionKind(kind) ? connectionMeanings[kind].line : 'solid';
  const showsLabel = !isFar && (selected === true || light === 'lit');
  return (
    <g
      className="canvas-edge"
      data-line={line}
      data-light={light}
      data-selected={selected ? '' : undefined}
      data-mark={mark ?? undefined}
      data-broken={broken}
      data-tone={finding && finding.tone !== 'unknown' ? finding.tone : undefined}
    >
      <path className="canvas-edge__reach" d={path} />
      <path className="canvas-edge__line" d={path} />
      {line === 'double' ? <path className="canvas-edge__gap" d={path} /> : null}
      {isFar ? null : <path className="canvas-edge__head" d={arrowHead(points, ARROW + 1)} />}
      {showsLabel ? <LitLabel id={id} kind={kind} at={halfWay(points)} /> : null}
    </g>
  );
};

export const ConnectionEdge = memo((props: EdgeProps<FlowEdge>) =>
  props.data ? <DrawnConnection {...props} data={props.data} /> : null,
);
ConnectionEdge.displayName = 'ConnectionEdge';
