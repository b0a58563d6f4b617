import { type ConnectionKind, connectionKindsBetween, connectionProblem } from '../catalog/connections';
import { type Design, type ElementId, makeConnection, type NewId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import type { JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { connectionKindProblem, storeConnectionSettings } from './parts/check-connection';
import { missing } from './parts/missing';

export interface ConnectArgs {
  readonly from: ElementId;
  readonly to: ElementId;
  /** The likeliest kind between the two where left out. */
  readonly kind?: ConnectionKind;
  readonly settings?: JsonObject;
  readonly newId: NewId;
}

/** Draws a connection. Fails with `illegal-connection` where it makes no sense or is there already. */
export function connect(design: Design, { from, to, kind, settings = {}, newId }: ConnectArgs): Result<DesignDiff> {
  const source = design.elements.get(from);
  const target = design.elements.get(to);
  if (!source) return missing('element', from);
  if (!target) return missing('element', to);
  if (from === to) return fail('illegal-connection', `${source.name} cannot be connected to itself.`);
  const problem = connectionProblem(source.kind, target.kind);
  if (problem !== undefined) return fail('illegal-connection', problem);
  const meaning = kind ?? connectionKindsBetween(source.kind, target.kind)[0] ?? 'traffic';
  const wrong = connectionKindProblem(design, { kind: meaning, from, to });
  if (wrong !== undefined) return fail('illegal-connection', wrong);
  const stored = storeConnectionSettings(settings, Object.keys(settings));
  if (!stored.ok) return stored;
  const draft = draftOf(design);
  draft.putConnection(makeConnection({ id: newId(meaning), kind: meaning, from, to, settings: stored.value }));
  return ok(draft.diff());
}
