import type { Element, Frame } from '../model/design';
import type { Board } from './board';
import { PADDING, SERVICE_HEIGHT, SERVICE_WIDTH, snap, snapUp } from './measures';
import { pushApart } from './push-apart';

/** A tier is a band that others lie on; what was brought to the front or sent to the back lies over others on purpose. */
const liesOver = (child: Element | undefined): boolean => child?.kind === 'tier' || child?.order !== undefined;

/** A collapsed container is as large as a service. */
const BOX = { width: SERVICE_WIDTH, height: SERVICE_HEIGHT };

/** Children where the user put them, on the grid, none over another. With `top`, they stay below it and right of the padding. */
export function placeFreely(board: Board, children: readonly Element[], top: number | null): readonly Frame[] {
  const wanted = children.map((child) => {
    const { x, y, width, height } = board.frame(child);
    const left = top === null ? snap(x) : Math.max(PADDING, snap(x));
    return {
      x: left,
      y: top === null ? snap(y) : Math.max(top, snap(y)),
      width: snapUp(width),
      height: snapUp(height),
    };
  });
  const isOver = (index: number): boolean => liesOver(children[index]);
  const givingWay = wanted.flatMap((frame, index) =>
    isOver(index)
      ? []
      : [
          {
            frame: children[index]?.collapsed ? { ...frame, ...BOX } : frame,
            isFixed: children[index]?.locked === true,
          },
        ],
  );
  const apart = pushApart(givingWay).values();
  const frames = wanted.map((frame, index) => {
    const { x, y, width, height } = isOver(index) ? frame : (apart.next().value ?? frame);
    // A collapsed container keeps the size it will have again.
    return children[index]?.collapsed ? { ...frame, x, y } : { x, y, width, height };
  });
  for (const [index, child] of children.entries()) board.place(child, frames[index] ?? child.frame);
  return frames;
}

/** The size a container needs for what it holds, never less than it has. */
export function growAround(own: Frame, frames: readonly Frame[]): Frame {
  let { width, height } = own;
  for (const frame of frames) {
    width = Math.max(width, frame.x + frame.width + PADDING);
    height = Math.max(height, frame.y + frame.height + PADDING);
  }
  return { x: own.x, y: own.y, width: snapUp(width), height: snapUp(height) };
}
