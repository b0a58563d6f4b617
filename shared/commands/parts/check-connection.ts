import { isKind } from '../../catalog/catalog';
import {
  connectionKindsBetween,
  connectionMeanings,
  connectionSettings,
  isConnectionKind,
} from '../../catalog/connections';
import type { Connection, Design } from '../../model/design';
import type { JsonObject } from '../../util/json';
import type { Result } from '../../util/result';
import { storeSettings } from './check-settings';

const meaningOf = (kind: string): string => (isConnectionKind(kind) ? connectionMeanings[kind].title : kind);

/** Why a connection of that kind cannot join the two; undefined where it can. `id` is the one being changed, if any. */
export function connectionKindProblem(
  design: Design,
  { id, kind, from, to }: Pick<Connection, 'kind' | 'from' | 'to'> & { readonly id?: string },
): string | undefined {
  const source = design.elements.get(from);
  const target = design.elements.get(to);
  if (!source || !target) return undefined;
  for (const other of design.connections.values())
    if (other.id !== id && other.from === from && other.to === to && other.kind === kind)
      return `${source.name} already ${meaningOf(kind)} ${target.name}.`;
  const bothKnown = isKind(source.kind) && isKind(target.kind);
  const allowed = connectionKindsBetween(source.kind, target.kind);
  if (!bothKnown || allowed.some((name) => name === kind)) return undefined;
  return `“${source.name} ${meaningOf(kind)} ${target.name}” does not make sense; choose ${allowed.map(meaningOf).join(' or ')}.`;
}

/** Connection settings as a design keeps them; see `storeSettings`. */
export const storeConnectionSettings = (settings: JsonObject, changed: readonly string[]): Result<JsonObject> =>
  storeSettings(connectionSettings, settings, changed, 'the connection');
