import type { Frame } from '../model/design';

export const overlaps = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function isTall(frames: readonly Frame[]): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of frames) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return bottom - top > right - left;
}

/** Sweeps along the longer side of the drawing; most have nothing to push, and this finds that out quickly. */
export function hasOverlap(frames: readonly Frame[]): boolean {
  if (frames.length < 2) return false;
  const tall = isTall(frames);
  const sorted = [...frames].sort(tall ? (a, b) => a.y - b.y : (a, b) => a.x - b.x);
  for (let index = 0; index < sorted.length; index += 1) {
    const frame = sorted[index];
    if (!frame) continue;
    const end = tall ? frame.y + frame.height : frame.x + frame.width;
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || (tall ? other.y : other.x) >= end) break;
      if (overlaps(frame, other)) return true;
    }
  }
  return false;
}
