import { z } from 'zod';
import { cacheHolds } from '../compute-fields';
import { choice, ingressRules, integer, suggest, toggle, usage } from '../fields';
import { defineKind, type Member, subnetPerAz } from '../kind';
import { nodePurchase } from '../purchase';
import { SERVICE } from '../sizes';

export const elasticacheRedis = defineKind({
  kind: 'elasticache-redis',
  title: 'Amazon ElastiCache (Valkey or Redis OSS)',
  newName: 'Cache',
  category: 'Cache',
  icon: 'architecture-service/AmazonElastiCache',
  summary:
    'An in-memory store for sessions and query results, with replicas that take over in other Availability Zones.',
  keywords: ['redis', 'valkey', 'session', 'elasticache', 'memory'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  scope: 'spanning',
  family: 'cache',
  parents: ['vpc'],
  size: SERVICE,
  tierRole: 'cache',
  settings: z.object({
    engine: choice({ valkey: 'Valkey', redis: 'Redis OSS' }, { label: 'Engine', default: 'valkey', section: 'Basics' }),
    nodeType: suggest({
      label: 'Node type',
      default: 'cache.t4g.small',
      suggestions: 'elasticache',
      section: 'Basics',
    }),
    replicas: integer({ label: 'Replicas', min: 0, max: 5, default: 0, section: 'Capacity' }),
    purchase: nodePurchase(),
    multiAz: toggle({
      label: 'Multi-AZ',
      help: 'Puts replicas into other Availability Zones.',
      default: false,
      section: 'Protection',
    }),
    automaticFailover: toggle({
      label: 'Automatic failover',
      help: 'A replica takes over when the primary fails.',
      default: false,
      section: 'Protection',
    }),
    snapshotRetentionDays: integer({
      label: 'Snapshots kept',
      unit: 'days',
      min: 0,
      max: 35,
      default: 1,
      section: 'Protection',
    }),
    backupGb: usage({ label: 'Snapshots beyond the first', unit: 'GB' }),
    encryptedAtRest: toggle({ label: 'Encrypted at rest', default: true, section: 'Protection' }),
    encryptedInTransit: toggle({ label: 'Encrypted in transit', default: true, section: 'Protection' }),
    holds: cacheHolds(),
    extraIngress: ingressRules(),
  }),
  headline: ({ nodeType, replicas }) =>
    `${nodeType} · ${replicas === 0 ? 'no replica' : replicas === 1 ? '1 replica' : `${replicas} replicas`}`,
  traits: ({ replicas, multiAz, encryptedInTransit }, place) => {
    const slots = subnetPerAz(place);
    const members = Array.from({ length: 1 + replicas }, (_, index): Member | undefined => {
      const slot = slots[multiAz ? index % slots.length : 0];
      return slot && { subnet: slot.id, role: index === 0 ? 'primary' : 'replica', count: 1 };
    }).filter((member) => member !== undefined);
    return {
      role: 'cache',
      stateful: true,
      copies: { min: 1 + replicas, desired: 1 + replicas, max: 1 + replicas },
      members,
      listens: [{ protocol: 'tcp', port: 6379 }],
      inVpc: true,
      encryptsTransit: encryptedInTransit,
    };
  },
});
