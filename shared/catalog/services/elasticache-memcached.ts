import { z } from 'zod';
import { cacheHolds } from '../compute-fields';
import { ingressRules, integer, suggest } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { nodePurchase } from '../purchase';
import { SERVICE } from '../sizes';

export const elasticacheMemcached = defineKind({
  kind: 'elasticache-memcached',
  title: 'Amazon ElastiCache (Memcached)',
  newName: 'Memcached',
  category: 'Cache',
  icon: 'architecture-service/AmazonElastiCache',
  summary: 'An in-memory cache of independent nodes; what a failed node held is gone.',
  keywords: ['memcached', 'elasticache', 'memory'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  scope: 'spanning',
  family: 'cache',
  parents: ['vpc'],
  size: SERVICE,
  tierRole: 'cache',
  settings: z.object({
    nodeType: suggest({
      label: 'Node type',
      default: 'cache.t4g.small',
      suggestions: 'elasticache',
      section: 'Basics',
    }),
    nodes: integer({ label: 'Nodes', min: 1, max: 40, default: 1, section: 'Capacity' }),
    purchase: nodePurchase(),
    holds: cacheHolds(),
    extraIngress: ingressRules(),
  }),
  headline: ({ nodeType, nodes }) => `${nodeType} · ${nodes === 1 ? '1 node' : `${nodes} nodes`}`,
  traits: ({ nodes }, place) => ({
    role: 'cache',
    stateful: true,
    copies: { min: nodes, desired: nodes, max: nodes },
    members: spreadOverAzs(place, nodes, 'node'),
    listens: [{ protocol: 'tcp', port: 11211 }],
    inVpc: true,
  }),
});
