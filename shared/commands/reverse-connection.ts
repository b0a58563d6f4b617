import { connectionKindsBetween, connectionProblem } from '../catalog/connections';
import type { ConnectionId, Design } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { connectionKindProblem } from './parts/check-connection';
import { missing } from './parts/missing';

/** Turns a connection round; its meaning stays where it makes sense that way too. Fails with `illegal-connection`. */
export function reverseConnection(design: Design, { id }: { readonly id: ConnectionId }): Result<DesignDiff> {
  const connection = design.connections.get(id);
  if (!connection) return missing('connection', id);
  const from = design.elements.get(connection.to);
  const to = design.elements.get(connection.from);
  if (!from) return missing('element', connection.to);
  if (!to) return missing('element', connection.from);
  const problem = connectionProblem(from.kind, to.kind);
  if (problem !== undefined) return fail('illegal-connection', problem);
  const allowed = connectionKindsBetween(from.kind, to.kind);
  const kind = allowed.some((name) => name === connection.kind) ? connection.kind : (allowed[0] ?? connection.kind);
  const turned = {
    ...connection,
    kind,
    from: from.id,
    to: to.id,
    ...(connection.bends && { bends: connection.bends.toReversed() }),
  };
  const wrong = connectionKindProblem(design, turned);
  if (wrong !== undefined) return fail('illegal-connection', wrong);
  const draft = draftOf(design);
  draft.putConnection(turned);
  return ok(draft.diff());
}
