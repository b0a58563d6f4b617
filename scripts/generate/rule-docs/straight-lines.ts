import type { Box } from '../../../exporters/picture/layout';
import type { DrawnLine } from '../../../exporters/picture/picture';
import type { Design } from '../../../shared/model/design';

const HEAD = 9;

/** Straight lines that end at the border of what they lead to, with a head. */
export function linesBetween({ connections }: Design, boxes: readonly Box[]): (id: string) => DrawnLine | undefined {
  const rects = new Map(boxes.map(({ element, rect }) => [element.id, rect]));
  return (id) => {
    const { from, to } = connections.get(id) ?? {};
    const [start, end] = [rects.get(from ?? ''), rects.get(to ?? '')];
    if (!start || !end) return undefined;
    const [x1, y1] = [start.x + start.width / 2, start.y + start.height / 2];
    const [x2, y2] = [end.x + end.width / 2, end.y + end.height / 2];
    const [dx, dy] = [x2 - x1, y2 - y1];
    // The part of the way that lies in the target.
    const inside = Math.min(end.width / 2 / Math.abs(dx || 1e-9), end.height / 2 / Math.abs(dy || 1e-9), 1);
    const [x, y] = [x2 - dx * inside, y2 - dy * inside].map(Math.round);
    const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
    const wing = (turn: number): string => {
      const rad = ((angle + turn) * Math.PI) / 180;
      return `${Math.round((x ?? x2) - HEAD * Math.cos(rad))},${Math.round((y ?? y2) - HEAD * Math.sin(rad))}`;
    };
    return { line: `M${Math.round(x1)},${Math.round(y1)}L${x},${y}`, head: `M${x},${y}L${wing(25)}L${wing(-25)}Z` };
  };
}
