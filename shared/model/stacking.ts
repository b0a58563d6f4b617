import type { Element } from './design';

/** Siblings from back to front: by `order`, then in reading order. */
export const byStacking = (a: Element, b: Element): number =>
  (a.order ?? 0) - (b.order ?? 0) || a.frame.y - b.frame.y || a.frame.x - b.frame.x || (a.id < b.id ? -1 : 1);
