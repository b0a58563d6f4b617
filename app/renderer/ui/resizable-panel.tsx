import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';

type Edge = 'left' | 'right' | 'bottom';

export interface ResizablePanelProps {
  /** The accessible name of the region. */
  label: string;
  /** For moving between regions by F6; the label where it is not given. */
  region?: string;
  edge: Edge;
  /** Pixels: width at the sides, height at the bottom. */
  size: number;
  min: number;
  max: number;
  initial: number;
  onResize: (size: number) => void;
  as?: 'section' | 'aside' | 'nav';
  className?: string;
  children: ReactNode;
}

const STEP = 16;

/** The size that a pointer movement leads to, within the limits. */
export const sizeAfterDrag = (edge: Edge, from: number, dx: number, dy: number, min: number, max: number): number => {
  const delta = edge === 'left' ? dx : edge === 'right' ? -dx : -dy;
  return Math.round(Math.min(max, Math.max(min, from + delta)));
};

const growKey: Record<Edge, string> = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' };
const shrinkKey: Record<Edge, string> = { left: 'ArrowLeft', right: 'ArrowRight', bottom: 'ArrowDown' };

/** A docked region whose inner edge can be dragged or moved by arrow keys; double click restores the first size. */
export const ResizablePanel = (props: ResizablePanelProps) => {
  const {
    label,
    region = label,
    edge,
    size,
    min,
    max,
    initial,
    onResize,
    as: Tag = 'section',
    className,
    children,
  } = props;
  const [drag, setDrag] = useState<{ x: number; y: number; from: number } | undefined>(undefined);
  const shown = Math.min(max, Math.max(min, size));
  const style: CSSProperties = edge === 'bottom' ? { height: shown } : { width: shown };

  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, y: event.clientY, from: shown });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag) onResize(sizeAfterDrag(edge, drag.from, event.clientX - drag.x, event.clientY - drag.y, min, max));
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const target: Record<string, number> = {
      [growKey[edge]]: shown + STEP,
      [shrinkKey[edge]]: shown - STEP,
      Home: min,
      End: max,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onResize(Math.min(max, Math.max(min, next)));
  };

  return (
    <Tag
      aria-label={label}
      data-region={region}
      className={`ui-panel ui-panel--${edge}${className ? ` ${className}` : ''}`}
      style={style}
    >
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator; hr cannot carry a value */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={`Resize ${label}`}
        aria-orientation={edge === 'bottom' ? 'horizontal' : 'vertical'}
        aria-valuenow={shown}
        aria-valuemin={min}
        aria-valuemax={max}
        className="ui-panel__splitter"
        data-dragging={drag ? '' : undefined}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={() => setDrag(undefined)}
        onPointerCancel={() => setDrag(undefined)}
        onDoubleClick={() => onResize(initial)}
        onKeyDown={press}
      />
    </Tag>
  );
};
