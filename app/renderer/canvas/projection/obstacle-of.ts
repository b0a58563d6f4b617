import type { Element } from '../../../../shared/model/design';
import type { Obstacle } from '../geometry/obstacles';
import type { Rect } from '../geometry/rect';
import { isContainerKind } from './drawing-order';

const SERVICE_WEIGHT = 600;
const NAME_WEIGHT = 220;
const HEAD_WEIGHT = 60;
/** The name of a tier and what it costs, at the top of its gutter: above the height at which most lines run. */
const TIER_NAME = { width: 108, height: 44, inset: 10 };
/** Icon and name of a container, in its upper left corner. */
const HEAD = { width: 150, height: 24 };

/** What lines and labels keep clear of: services and notes above all, and the names of tiers and containers. */
export function obstacleOf({ id, kind, collapsed }: Element, rects: ReadonlyMap<string, Rect>): readonly Obstacle[] {
  const rect = rects.get(id);
  if (!rect) return [];
  if (!isContainerKind(kind) || collapsed) return [{ id, rect, weight: SERVICE_WEIGHT }];
  if (kind !== 'tier') return [{ id, rect: { ...rect, ...HEAD }, weight: HEAD_WEIGHT }];
  const { width, height, inset } = TIER_NAME;
  const name = { x: rect.x + inset, y: rect.y + inset, width, height };
  return [{ id, rect: name, weight: NAME_WEIGHT }];
}

/** A line that runs along a border cannot be told from it: it may cost a small detour, but no other sides. */
const BORDER_WEIGHT = 80;

/** The borders of an open container, which lines may cross but should not run along. */
export function bordersOf({ id, kind, collapsed }: Element, rects: ReadonlyMap<string, Rect>): readonly Obstacle[] {
  const rect = rects.get(id);
  if (!rect || !isContainerKind(kind) || collapsed) return [];
  const { x, y, width, height } = rect;
  const border = (side: string, at: Rect, along: 'x' | 'y'): Obstacle => ({
    id: `${id} ${side}`,
    rect: at,
    weight: BORDER_WEIGHT,
    along,
  });
  return [
    border('top', { x, y, width, height: 0 }, 'x'),
    border('bottom', { x, y: y + height, width, height: 0 }, 'x'),
    border('left', { x, y, width: 0, height }, 'y'),
    border('right', { x: x + width, y, width: 0, height }, 'y'),
  ];
}
