import type { Connection, Element } from '../../../shared/model/design';
import type { Change, DesignDiff } from '../../../shared/model/diff';

function all<T>(changes: ReadonlyMap<string, Change<T>>, holds: (change: Change<T>) => boolean): boolean {
  for (const change of changes.values()) if (!holds(change)) return false;
  return true;
}

const isMoveOnly = ({ from, to }: Change<Element>): boolean =>
  from !== null &&
  to !== null &&
  from.kind === to.kind &&
  from.name === to.name &&
  from.parent === to.parent &&
  from.tier === to.tier &&
  from.subnets === to.subnets &&
  from.settings === to.settings &&
  from.parameters === to.parameters &&
  from.development === to.development &&
  from.tags === to.tags;

const isBendOnly = ({ from, to }: Change<Connection>): boolean =>
  from !== null &&
  to !== null &&
  from.kind === to.kind &&
  from.from === to.from &&
  from.to === to.to &&
  from.settings === to.settings;

/** True where nothing but positions, sizes, bends and what is collapsed differ: findings and prices cannot change. */
export function isGeometryOnly(diff: DesignDiff): boolean {
  return diff.header === null && all(diff.connections, isBendOnly) && all(diff.elements, isMoveOnly);
}
