import { connectionKindsBetween, connectionProblem } from '../catalog/connections';
import type { ConnectionId, Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { connectionKindProblem } from './parts/check-connection';
import { missing } from './parts/missing';

export interface ReattachConnectionArgs {
  readonly id: ConnectionId;
  readonly end: 'from' | 'to';
  /** The element that end is to join. */
  readonly element: ElementId;
}

/**
 * Takes one end of a connection to another element. The meaning stays where it makes sense there, else the likeliest one
 * is taken; corners bent by hand belong to the old way and go. Fails with `illegal-connection`.
 */
export function reattachConnection(design: Design, { id, end, element }: ReattachConnectionArgs): Result<DesignDiff> {
  const connection = design.connections.get(id);
  if (!connection) return missing('connection', id);
  const ends = { from: connection.from, to: connection.to, [end]: element };
  const from = design.elements.get(ends.from);
  const to = design.elements.get(ends.to);
  if (!from) return missing('element', ends.from);
  if (!to) return missing('element', ends.to);
  const draft = draftOf(design);
  if (connection[end] === element) return ok(draft.diff());
  if (from.id === to.id) return fail('illegal-connection', `${from.name} cannot be connected to itself.`);
  const problem = connectionProblem(from.kind, to.kind);
  if (problem !== undefined) return fail('illegal-connection', problem);
  const allowed = connectionKindsBetween(from.kind, to.kind);
  const kind = allowed.some((name) => name === connection.kind) ? connection.kind : (allowed[0] ?? connection.kind);
  const { bends: _old, ...kept } = connection;
  const moved = { ...kept, kind, from: from.id, to: to.id };
  const wrong = connectionKindProblem(design, moved);
  if (wrong !== undefined) return fail('illegal-connection', wrong);
  draft.putConnection(moved);
  return ok(draft.diff());
}
