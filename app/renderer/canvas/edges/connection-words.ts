import { connectionMeanings, connectionSettings, isConnectionKind } from '../../../../shared/catalog/connections';
import type { AppState } from '../../store/state';
import type { Derived } from '../nodes/slices';

/** What the pill of a connection says: the written label, else the meaning with its port. */
export function wordsOf({ design, topology }: AppState, id: string): string {
  const connection = design.connections.get(id);
  if (!connection) return '';
  const { label } = connectionSettings.read(connection.settings);
  if (label !== '') return label;
  if (!isConnectionKind(connection.kind)) return connection.kind;
  const { title, opensPort } = connectionMeanings[connection.kind];
  const port = topology.link(id)?.port;
  return opensPort && port !== undefined ? `${title} · ${port}` : title;
}

export interface Pill {
  readonly id: string;
  readonly text: string;
}

const NONE: readonly Pill[] = [];

/** The connections whose words are shown: those selected, and those with the pointer on them or on one of their ends. */
function listPills(state: AppState): readonly Pill[] {
  const { selection, hover, highlight, design } = state;
  const shown = new Set(selection.connections);
  if (hover !== null && !highlight)
    for (const { id, from, to } of design.connections.values())
      if (id === hover || from === hover || to === hover) shown.add(id);
  if (shown.size === 0) return NONE;
  return [...shown].flatMap((id) => (design.connections.has(id) ? [{ id, text: wordsOf(state, id) }] : []));
}

/** What the connections in the light say. */
export const pillsInLight: Derived<readonly Pill[]> = {
  inputs: ({ selection, hover, highlight, design, topology }) => [selection, hover, highlight, design, topology],
  derive: listPills,
};
