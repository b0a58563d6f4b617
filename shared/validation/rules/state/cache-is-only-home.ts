import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { keepInTable } from '../../fixes/keep-in-table';
import type { Fix, Rule, Violation } from '../../rule';

const holdsOriginals = ({ kind, element }: Service): boolean =>
  (kind === 'elasticache-redis' || kind === 'elasticache-memcached') &&
  kinds[kind].read(element.settings).holds === 'originals';

function report(topology: Topology, cache: Service): Violation {
  const callers = topology.incoming(cache.id).filter(({ kind }) => kind === 'data');
  const ids = [...new Set(callers.map(({ from }) => from.id))];
  const table: Fix = {
    id: 'table',
    title: 'Keep the data in a DynamoDB table and copies of it in the cache',
    kind: 'choice',
    apply: (design, newId) => keepInTable(design, newId, cache.id, ids),
  };
  return {
    elements: [cache.id],
    message: `${cache.name} holds data that is nowhere else. A restart, a full memory or a failover can lose any of it, and no backup brings back the last minutes. Keep the data in a database and copies in the cache.`,
    fixes: ids.length > 0 ? [table] : [{ id: 'store', title: 'Keep the data in a database', kind: 'manual' }],
  };
}

export const cacheIsOnlyHome: Rule = {
  id: 'STA-09',
  group: 'state',
  byPart: true,
  severity: 'error',
  title: 'Cache is the only home of persistent data',
  why: 'A cache is allowed to forget. What must not be forgotten needs a store that promises to remember.',
  trigger: 'A cache is said to hold data that is nowhere else.',
  guide: ['4.2.4'],
  references: ['AWS Well-Architected REL09-BP01'],
  check: (topology) =>
    topology
      .ofRole('cache')
      .filter(holdsOriginals)
      .map((cache) => report(topology, cache)),
};
