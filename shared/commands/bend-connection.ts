import type { ConnectionId, Design, Place } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { limits } from '../model/format/limits';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

export interface BendConnectionArgs {
  readonly id: ConnectionId;
  /** Corners from start to end, in canvas pixels; none lets the line find its own way again. */
  readonly bends: readonly Place[];
}

const isPlace = ({ x, y }: Place): boolean => Math.abs(x) <= limits.position && Math.abs(y) <= limits.position;

/** Bends a connection to corners, or straightens it. Fails with `bad-setting` for too many corners, or one off the canvas. */
export function bendConnection(design: Design, { id, bends }: BendConnectionArgs): Result<DesignDiff> {
  const connection = design.connections.get(id);
  if (!connection) return missing('connection', id);
  if (bends.length > limits.bends)
    return fail(
      'bad-setting',
      `A connection can have ${limits.bends} corners, and this one would have ${bends.length}. Straighten it first.`,
    );
  if (!bends.every(isPlace)) return fail('bad-setting', 'A corner of the connection would lie off the canvas.');
  const { bends: old = [], ...straight } = connection;
  const corners = bends.map(({ x, y }) => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 }));
  const isSame =
    corners.length === old.length && corners.every(({ x, y }, index) => x === old[index]?.x && y === old[index]?.y);
  const draft = draftOf(design);
  if (!isSame) draft.putConnection(corners.length === 0 ? straight : { ...straight, bends: corners });
  return ok(draft.diff());
}
