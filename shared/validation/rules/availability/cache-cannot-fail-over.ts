import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import type { JsonObject } from '../../../util/json';
import type { Facts } from '../../facts';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import type { Rule, Violation } from '../../rule';

interface Standing {
  readonly fault: string;
  readonly title: string;
  readonly settings: JsonObject;
}

function judgeRedis({ name, element, zones }: Service): Standing | undefined {
  const { replicas, multiAz, automaticFailover } = kinds['elasticache-redis'].read(element.settings);
  const settings = { replicas: Math.max(1, replicas), multiAz: true, automaticFailover: true };
  const title = 'Keep a replica in another Availability Zone and fail over to it';
  if (replicas === 0) return { fault: `${name} has no replica`, title, settings };
  if (!automaticFailover) return { fault: `No replica of ${name} takes over by itself`, title, settings };
  if (!multiAz || zones.length < 2) return { fault: `${name} has all its nodes in one zone`, title, settings };
  return undefined;
}

function judgeMemcached({ name, element, zones }: Service): Standing | undefined {
  const { nodes } = kinds['elasticache-memcached'].read(element.settings);
  const settings = { nodes: Math.max(2, nodes) };
  const title = 'Run two nodes in two Availability Zones';
  if (nodes < 2) return { fault: `${name} has a single node`, title, settings };
  if (zones.length < 2) return { fault: `${name} has all its nodes in one zone`, title, settings };
  return undefined;
}

function report(topology: Topology, facts: Facts, cache: Service, { fault, title, settings }: Standing): Violation {
  const sessions = topology.incoming(cache.id).filter(({ kind }) => kind === 'session');
  const loss =
    sessions.length > 0
      ? 'When it fails, all users are logged out and cannot log in again'
      : 'When it fails, the database takes the load that the cache kept away from it';
  return {
    severity: sessions.length > 0 ? 'error' : 'warning',
    elements: [cache.id],
    connections: sessions.map(({ id }) => id),
    message: `${fault}. ${loss}. Spread the cache over two zones with a copy that takes over.`,
    evidence: facts.losses.evidence([cache]),
    fixes: [
      {
        id: 'fail-over',
        title,
        kind: 'auto',
        apply: (design, newId) => patchAndSpread(design, newId, cache.id, settings),
      },
    ],
  };
}

function check(topology: Topology, facts: Facts): Violation[] {
  const found: Violation[] = [];
  const look = (cache: Service, standing: Standing | undefined): void => {
    if (standing) found.push(report(topology, facts, cache, standing));
  };
  for (const cache of topology.ofKind('elasticache-redis')) look(cache, judgeRedis(cache));
  for (const cache of topology.ofKind('elasticache-memcached')) look(cache, judgeMemcached(cache));
  return found;
}

export const cacheCannotFailOver: Rule = {
  id: 'AVL-06',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Cache cannot fail over',
  why: 'A cache node that fails takes everything it held. With sessions in it, that is every user; without, a flood of queries.',
  trigger:
    'A Valkey or Redis cache without replica, Multi-AZ or automatic failover, or Memcached with one node or one zone. An error with sessions in it, else a warning.',
  guide: ['4.2.4', '4.4.2'],
  references: ['AWS Trusted Advisor: ElastiCache Multi-AZ', 'AWS Well-Architected REL10-BP01'],
  check,
};
