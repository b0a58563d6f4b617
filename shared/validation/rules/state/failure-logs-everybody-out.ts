import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import { SAFE_CACHE, useRedis } from '../../fixes/session-store';
import type { Fix, Rule, Violation } from '../../rule';

function report(topology: Topology, cache: Service, fault: string, fix: Omit<Fix, 'id' | 'kind'>): Violation[] {
  const sessions = topology.incoming(cache.id).filter(({ kind }) => kind === 'session');
  if (sessions.length === 0) return [];
  return [
    {
      elements: [cache.id],
      connections: sessions.map(({ id }) => id),
      message: `${cache.name} ${fault}. When a node fails or is replaced, the sessions on it are gone and their users must log in again. Keep a replica in another zone.`,
      fixes: [{ id: 'replica', kind: 'auto', ...fix }],
    },
  ];
}

const checkMemcached = (topology: Topology, cache: Service): Violation[] =>
  report(topology, cache, 'runs Memcached, which keeps each session on one node and nowhere else', {
    title: 'Use Valkey with a replica in another Availability Zone instead',
    apply: (design, newId) => useRedis(design, newId, cache.id),
  });

function checkRedis(topology: Topology, cache: Service): Violation[] {
  const { replicas, snapshotRetentionDays } = kinds['elasticache-redis'].read(cache.element.settings);
  if (replicas > 0 || snapshotRetentionDays > 0) return [];
  return report(topology, cache, 'has neither a replica nor snapshots', {
    title: 'Keep a replica in another Availability Zone',
    apply: (design, newId) => patchAndSpread(design, newId, cache.id, SAFE_CACHE),
  });
}

export const failureLogsEverybodyOut: Rule = {
  id: 'STA-05',
  group: 'state',
  byPart: true,
  severity: 'warning',
  title: 'One failure logs everybody out',
  why: 'Moving sessions to a cache makes servers replaceable; without a second copy of them, the cache is what is not.',
  trigger: 'Sessions are kept in Memcached, or in a Valkey or Redis cache without replicas and snapshots.',
  guide: ['4.2.4'],
  references: ['AWS Well-Architected REL10-BP01'],
  check: (topology) => [
    ...topology.ofKind('elasticache-memcached').flatMap((cache) => checkMemcached(topology, cache)),
    ...topology.ofKind('elasticache-redis').flatMap((cache) => checkRedis(topology, cache)),
  ],
};
