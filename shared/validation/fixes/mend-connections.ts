import { connectionKindsBetween } from '../../catalog/connections';
import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Turns each connection round, or gives it the likeliest meaning it can have; deletes it where there is none or it is there already. */
export function mendConnections(design: Design, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const line = draft.connection(id);
    if (!line) continue;
    const from = draft.element(line.from)?.kind ?? '';
    const to = draft.element(line.to)?.kind ?? '';
    const forward = line.from === line.to ? [] : connectionKindsBetween(from, to);
    const backward = line.from === line.to ? [] : connectionKindsBetween(to, from);
    const [likeliest] = forward;
    const turned = backward.find((kind) => kind === line.kind) ?? (likeliest === undefined ? backward[0] : undefined);
    const mended =
      turned === undefined
        ? likeliest !== undefined && { ...line, kind: likeliest }
        : { ...line, kind: turned, from: line.to, to: line.from };
    const known =
      mended &&
      [...draft.connections()].some(
        (other) =>
          other.id !== id && other.kind === mended.kind && other.from === mended.from && other.to === mended.to,
      );
    if (!mended || known) draft.removeConnection(id);
    else draft.putConnection(mended);
  }
  return ok(draft.diff());
}
