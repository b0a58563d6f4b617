import { connectionMeanings, connectionSettings, isConnectionKind } from '../../../../shared/catalog/connections';
import type { AppState } from '../../store/state';

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

/** What is drawn and has words: an edge with its ends as drawn. */
interface Drawn {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly count: number;
}

/**
 * The connections whose words are shown: those selected, those with the pointer on them or on one of their ends, and those
 * that stand for several, which say how many.
 */
export function listPills(state: AppState, edges: readonly Drawn[]): readonly Pill[] {
  const { selection, hover, highlight } = state;
  const chosen = new Set(selection.connections);
  const isLit = ({ id, source, target }: Drawn): boolean =>
    chosen.has(id) || (hover !== null && !highlight && (id === hover || source === hover || target === hover));
  return edges.flatMap((edge) => {
    if (edge.count > 1) return [{ id: edge.id, text: `${edge.count} connections` }];
    const text = isLit(edge) ? wordsOf(state, edge.id) : '';
    return text === '' ? [] : [{ id: edge.id, text }];
  });
}
