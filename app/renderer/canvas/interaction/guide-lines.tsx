import { ViewportPortal } from '@xyflow/react';
import { useGesture } from './gestures';

/** Ticks at the ends of a gap reach this far, in page pixels. */
const TICK = 4;

/** Lines that show what a dragged element is in line with. */
export const GuideLines = () => {
  const guides = useGesture((state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="canvas-guides" aria-hidden="true">
        {guides.map(({ from, to, isGap }) => {
          const key = `${from.x} ${from.y} ${to.x} ${to.y}`;
          const [tickX, tickY] = from.y === to.y ? [0, TICK] : [TICK, 0];
          const ends = isGap ? [from, to] : [];
          return (
            <g key={key}>
              <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} data-gap={isGap ? '' : undefined} />
              {ends.map(({ x, y }) => (
                <line key={`${x} ${y}`} x1={x - tickX} y1={y - tickY} x2={x + tickX} y2={y + tickY} />
              ))}
            </g>
          );
        })}
      </svg>
    </ViewportPortal>
  );
};
