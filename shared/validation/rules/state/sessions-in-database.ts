import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { moveSessionsToCache } from '../../fixes/session-store';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const MANUAL: Fix = { id: 'move', title: 'Keep the sessions in a DynamoDB table or a cache', kind: 'manual' };

const isSession = ({ kind }: Link): boolean => kind === 'session';

function checkDatabase(topology: Topology, database: Service): Violation | undefined {
  if (database.definition.family !== 'relational' && database.definition.family !== 'compute') return undefined;
  const incoming = topology.incoming(database.id);
  if (!incoming.some(isSession)) return undefined;
  const sessions = incoming.filter(isSession);
  const callers = [...new Set(sessions.map(({ from }) => from))];
  const ids = sessions.map(({ id }) => id);
  const inVpc = callers.every(({ vpc }) => vpc !== null);
  const move: Fix = {
    id: 'cache',
    title: 'Keep the sessions in a Valkey cache over two Availability Zones',
    kind: 'auto',
    apply: (design, newId) => moveSessionsToCache(design, newId, ids),
  };
  return {
    elements: [database.id, ...callers.map(({ id }) => id)],
    connections: ids,
    message: `Sessions of ${namesOf(callers)} are kept in ${database.name}, which reads and writes one for every request. The part that is hardest to scale gets the load that is easiest to take elsewhere. Keep sessions in a cache.`,
    fixes: [inVpc ? move : MANUAL],
  };
}

export const sessionsInDatabase: Rule = {
  id: 'STA-04',
  group: 'state',
  byPart: true,
  severity: 'warning',
  title: 'Sessions are stored in the relational database',
  why: 'The database is the last part of a site that can be made larger. Sessions spend its capacity on data worth minutes.',
  trigger: 'A session connection ends at an RDS database, an Aurora cluster or a database on a machine.',
  guide: ['4.2.4'],
  references: ['AWS Well-Architected PERF03-BP05'],
  check: (topology) => mapDefined(topology.ofRole('database'), (database) => checkDatabase(topology, database)),
};
