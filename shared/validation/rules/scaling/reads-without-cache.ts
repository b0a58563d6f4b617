import { kinds } from '../../../catalog/services';
import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { findInParts } from '../../find-in-parts';
import { cacheReads } from '../../fixes/cache-reads';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Requests a second from which on reads alone can fill a database. */
const MUCH_PER_SECOND = 200;

const requestsPerSecond = (topology: Topology): number =>
  topology
    .ofKind('users')
    .reduce((sum, { element }) => sum + (kinds.users.read(element.settings).requestsPerSecond ?? 0), 0);

function hasReplica(topology: Topology, database: Service): boolean {
  if (database.kind === 'aurora-cluster') return kinds['aurora-cluster'].read(database.element.settings).instances > 1;
  return topology.outgoing(database.id).some(({ kind }) => kind === 'replicates');
}

/** A database that users depend on and that answers all questions itself. */
interface Asked {
  readonly id: string;
  readonly database: Service;
  readonly lines: readonly Link[];
}

const listAsked = (part: Topology): readonly Asked[] =>
  mapDefined(part.services, (database): Asked | undefined => {
    if (database.definition.family !== 'relational' || !part.isCritical(database.id)) return undefined;
    const lines = part.incoming(database.id).filter(({ kind }) => kind === 'data');
    return lines.length === 0 || hasReplica(part, database) ? undefined : { id: database.id, database, lines };
  });

const findAsked = findInParts(listAsked);
const findOnlyRead = findInParts((part) =>
  listAsked(part).filter(({ lines }) => lines.every(({ access }) => access === 'read')),
);

function checkDatabase(topology: Topology, { database, lines }: Asked, rate: number): Violation | undefined {
  const callers = [...new Set(lines.map(({ from }) => from))];
  const cached = callers.some(({ id }) => topology.outgoing(id).some(({ to }) => to.role === 'cache'));
  if (cached) return undefined;
  const machines = callers.filter(({ vpc }) => vpc !== null).map(({ id }) => id);
  return {
    severity: rate >= MUCH_PER_SECOND ? 'warning' : 'info',
    elements: [database.id, ...callers.map(({ id }) => id)],
    connections: lines.map(({ id }) => id),
    message: `${namesOf(callers)} asks ${database.name} for everything${rate >= MUCH_PER_SECOND ? `, at ${rate} requests a second from users` : ''}. The same answers are worked out again and again. Keep them in a cache, or read from a replica.`,
    fixes: [
      machines.length > 0
        ? {
            id: 'add-cache',
            title: 'Keep frequent answers in a Valkey cache',
            kind: 'choice',
            apply: (design, newId) => cacheReads(design, newId, machines),
          }
        : { id: 'add-cache', title: 'Keep frequent answers in a cache', kind: 'manual' },
    ],
  };
}

export const readsWithoutCache: Rule = {
  id: 'SCA-04',
  group: 'scaling',
  severity: 'info',
  title: 'Read-heavy database without cache or replica',
  why: 'Reads are most of what a database does and the only part that can be taken off it without changing the data model.',
  trigger:
    'A relational database without reader gets only reads, or users send 200 requests a second and more (a warning), and no caller has a cache.',
  guide: ['4.2.4', '4.3.3.2'],
  references: ['AWS Well-Architected PERF03-BP05'],
  check: (topology, facts) => {
    const rate = requestsPerSecond(topology);
    const asked = rate >= MUCH_PER_SECOND ? findAsked(facts) : findOnlyRead(facts);
    return mapDefined(asked, (database) => checkDatabase(topology, database, rate));
  },
};
