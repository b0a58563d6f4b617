import type { Element } from '../../../shared/model/design';
import type { Change, DesignDiff } from '../../../shared/model/diff';

const isMoveOnly = ({ from, to }: Change<Element>): boolean =>
  from !== null &&
  to !== null &&
  from.kind === to.kind &&
  from.name === to.name &&
  from.parent === to.parent &&
  from.tier === to.tier &&
  from.subnets === to.subnets &&
  from.settings === to.settings;

/** True where nothing but positions and sizes differ: findings and prices cannot change. */
export function isGeometryOnly(diff: DesignDiff): boolean {
  if (diff.header !== null || diff.connections.size > 0) return false;
  for (const change of diff.elements.values()) if (!isMoveOnly(change)) return false;
  return true;
}
