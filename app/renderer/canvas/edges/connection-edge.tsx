import { type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { connectionMeanings, isConnectionKind } from '../../../../shared/catalog/connections';
import { selectConnectionUnfocused } from '../../focus/focus-view';
import { selectBroken } from '../../outage/use-outage';
import { useApp } from '../../store/app';
import { arrowHead, pathPieces, pathThrough } from '../geometry/path';
import { isSameRect, type Point, type Rect } from '../geometry/rect';
import { routeFreely } from '../geometry/route-connections';
import { startBending } from '../interaction/bending';
import { useGesture } from '../interaction/gestures';
import { useIsFar } from '../nodes/far';
import { findingMark, findingMarkOf, selectConnectionLight, useDerived } from '../nodes/slices';
import type { EdgeData, FlowEdge, FlowNode } from '../projection/flow-types';

const ARROW = 7;

/** Dashed lines that reach further, px, are drawn in pieces; see `pathPieces`. */
const LONG = 1000;

const isLong = (points: readonly Point[]): boolean => {
  const [first] = points;
  return first !== undefined && points.some(({ x, y }) => Math.abs(x - first.x) + Math.abs(y - first.y) > LONG);
};

const DashedLine = ({ points }: { readonly points: readonly Point[] }) =>
  pathPieces(points, ARROW).map(({ path, at }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their order, and their paths change at every frame of a drag
    <path key={index} className="canvas-edge__line" d={path} strokeDashoffset={at} />
  ));

const rectOf = (node: InternalNode<FlowNode>): Rect => ({
  ...node.internals.positionAbsolute,
  width: node.width ?? 0,
  height: node.height ?? 0,
});

/** The planned path where it goes when both ends are dragged together: it keeps its shape. Undefined where only one is, or they part. */
function carried({ fromRect, toRect, points }: EdgeData, from: Rect, to: Rect): readonly Point[] | undefined {
  const x = from.x - fromRect.x;
  const y = from.y - fromRect.y;
  const isWhole = isSameRect(from, { ...fromRect, x: from.x, y: from.y });
  const isTogether = isWhole && isSameRect(to, { ...toRect, x: toRect.x + x, y: toRect.y + y });
  return isTogether ? points.map((point) => ({ x: point.x + x, y: point.y + y })) : undefined;
}

/** The planned path, and where an end has been dragged away from it, one to where that is now. */
function useLivePoints({ source, target }: Pick<EdgeProps, 'source' | 'target'>, data: EdgeData): readonly Point[] {
  const from = useInternalNode<FlowNode>(source);
  const to = useInternalNode<FlowNode>(target);
  return useMemo(() => {
    if (!from || !to) return data.points;
    const fromRect = rectOf(from);
    const toRect = rectOf(to);
    if (isSameRect(fromRect, data.fromRect) && isSameRect(toRect, data.toRect)) return data.points;
    return carried(data, fromRect, toRect) ?? routeFreely(fromRect, toRect, data.bends);
  }, [from, to, data]);
}

type DrawnProps = EdgeProps<FlowEdge> & { readonly data: EdgeData };

/** A connection: its style says what it means, its label is drawn above the elements (`connection-overlay.tsx`). */
const Line = ({ id, source, target, selected, data, points }: DrawnProps & { readonly points: readonly Point[] }) => {
  const { mark, kind, of } = data;
  const light = useApp(selectConnectionLight(id, source, target));
  const broken = useApp(selectBroken(id, source, target));
  const finding = useDerived(of.length > 1 ? findingMarkOf(of) : findingMark(id));
  const isUnfocused = useApp(selectConnectionUnfocused(of));
  const isFar = useIsFar();
  const path = useMemo(() => pathThrough(points, ARROW), [points]);
  const line = isConnectionKind(kind) ? connectionMeanings[kind].line : 'solid';
  const isReplaced = useGesture(({ connecting }) => connecting?.replacing === id);
  return (
    <g
      className="canvas-edge"
      onPointerDown={(event) => startBending(id, points, null, event.nativeEvent)}
      data-line={line}
      data-light={isReplaced ? 'faded' : light}
      data-selected={selected ? '' : undefined}
      data-focus={isUnfocused ? 'out' : undefined}
      data-mark={mark ?? undefined}
      data-broken={broken}
      data-tone={finding && finding.tone !== 'unknown' ? finding.tone : undefined}
    >
      <path className="canvas-edge__reach" d={path} />
      {(line === 'dashed' || line === 'dotted' || broken !== undefined) && isLong(points) ? (
        <DashedLine points={points} />
      ) : (
        <path className="canvas-edge__line" d={path} />
      )}
      {line === 'double' ? <path className="canvas-edge__gap" d={path} /> : null}
      {isFar ? null : <path className="canvas-edge__head" d={arrowHead(points, ARROW + 1)} />}
    </g>
  );
};

const MovingConnection = (props: DrawnProps) => <Line {...props} points={useLivePoints(props, props.data)} />;

/** Only while something is dragged do lines ask where their ends are: asking costs at every frame of a pan, too. */
const DrawnConnection = (props: DrawnProps) =>
  useGesture(({ isMoving }) => isMoving) ? (
    <MovingConnection {...props} />
  ) : (
    <Line {...props} points={props.data.points} />
  );

export const ConnectionEdge = memo((props: EdgeProps<FlowEdge>) =>
  props.data ? <DrawnConnection {...props} data={props.data} /> : null,
);
ConnectionEdge.displayName = 'ConnectionEdge';
