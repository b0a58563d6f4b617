import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { app } from '../../store/app';
import type { Point } from '../geometry/rect';
import type { FlowNode } from '../projection/flow-types';
import { gestures } from './gestures';
import { beginGuides, type GuideSession } from './guide-session';
import { beginMove, type MoveSession } from './move-session';
import { takeNodeSelection } from './select-changes';

type Positions = ReadonlyMap<string, Point>;

const NOWHERE: Positions = new Map();

const pointerOf = (event: MouseEvent | TouchEvent | ReactMouseEvent): Point => {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
};

export interface Moving {
  /** The nodes, those being dragged where the pointer has taken them. */
  readonly nodes: FlowNode[];
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  readonly onNodeDragStart: OnNodeDrag<FlowNode>;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
}

function listenForEscape(cancel: () => void): AbortController {
  const stop = new AbortController();
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    { capture: true, signal: stop.signal },
  );
  return stop;
}

/** Dragging: React Flow moves the nodes, the design changes once, on the drop. Escape puts everything back. */
export function useMoving(projected: FlowNode[]): Moving {
  const [positions, setPositions] = useState<Positions>(NOWHERE);
  const session = useRef<MoveSession | null>(null);
  const guides = useRef<GuideSession | null>(null);
  const latest = useRef<Positions>(NOWHERE);
  // Where the nodes lay before the drag; a collapsed subnet lies elsewhere than its frame.
  const homes = useRef(projected);
  homes.current = projected;
  const escapeKey = useRef<AbortController | null>(null);
  const end = useCallback(() => {
    escapeKey.current?.abort();
    guides.current?.end();
    guides.current = null;
    session.current = null;
    latest.current = NOWHERE;
    setPositions(NOWHERE);
    gestures.setState({ isMoving: false });
  }, []);
  const nodes = useMemo(() => {
    if (positions.size === 0) return projected;
    return projected.map((node) => {
      const position = positions.get(node.id);
      return position ? { ...node, position, dragging: true } : node;
    });
  }, [projected, positions]);
  const handlers = useMemo<Omit<Moving, 'nodes'>>(
    () => ({
      onNodesChange: (changes) => {
        takeNodeSelection(changes);
        const moved = changes.flatMap((change) =>
          change.type === 'position' && change.position ? [[change.id, change.position] as const] : [],
        );
        if (!session.current || moved.length === 0) return;
        latest.current = guides.current?.snap(new Map([...latest.current, ...moved])) ?? NOWHERE;
        setPositions(latest.current);
      },
      onNodeDragStart: (_event, node, dragged) => {
        app.hover(null);
        gestures.setState({ isMoving: true });
        const others = dragged.map(({ id }) => id).filter((id) => id !== node.id);
        session.current = beginMove([node.id, ...others]) ?? null;
        guides.current?.end();
        guides.current = beginGuides(app.getState().design, [node.id, ...others]);
        escapeKey.current = listenForEscape(() => {
          session.current?.cancel();
          end();
        });
      },
      onNodeDrag: (event) => session.current?.follow(pointerOf(event)),
      onNodeDragStop: (event, node) => {
        const home = homes.current.find(({ id }) => id === node.id)?.position;
        const at = latest.current.get(node.id) ?? node.position;
        if (session.current && home) session.current.drop(pointerOf(event), { x: at.x - home.x, y: at.y - home.y });
        end();
      },
    }),
    [end],
  );
  return { nodes, ...handlers };
}
