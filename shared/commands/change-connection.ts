import type { ConnectionKind } from '../catalog/connections';
import type { ConnectionId, Design } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { equalJson, type JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { connectionKindProblem, storeConnectionSettings } from './parts/check-connection';
import { missing } from './parts/missing';

export interface ChangeConnectionArgs {
  readonly id: ConnectionId;
  readonly kind?: ConnectionKind;
  /** Settings to change; the others stay. */
  readonly settings?: JsonObject;
}

/** Changes what a connection means, or its settings. Fails with `illegal-connection` or `bad-setting`. */
export function changeConnection(
  design: Design,
  { id, kind, settings = {} }: ChangeConnectionArgs,
): Result<DesignDiff> {
  const connection = design.connections.get(id);
  if (!connection) return missing('connection', id);
  const meaning = kind ?? connection.kind;
  const wrong = kind === undefined ? undefined : connectionKindProblem(design, { ...connection, kind });
  if (wrong !== undefined) return fail('illegal-connection', wrong);
  const stored = storeConnectionSettings({ ...connection.settings, ...settings }, Object.keys(settings));
  if (!stored.ok) return stored;
  const draft = draftOf(design);
  if (meaning !== connection.kind || !equalJson(stored.value, connection.settings))
    draft.putConnection({ ...connection, kind: meaning, settings: stored.value });
  return ok(draft.diff());
}
