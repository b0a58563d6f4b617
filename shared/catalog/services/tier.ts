import { z } from 'zod';
import { choice, usage } from '../fields';
import { defineKind } from '../kind';

export const tier = defineKind({
  kind: 'tier',
  title: 'Tier',
  newName: 'Tier',
  category: 'Structure',
  icon: 'lucide/rows-3',
  summary: 'A logical band across the Availability Zones: load balancing, web, app, cache, database or ancillary.',
  keywords: ['layer', 'band', 'row'],
  scope: 'container',
  family: 'none',
  parents: ['vpc', 'region'],
  size: { width: 640, height: 128 },
  settings: z.object({
    role: choice(
      {
        'load-balancing': 'Load balancing',
        web: 'Web',
        app: 'App',
        cache: 'Cache',
        database: 'Database',
        ancillary: 'Ancillary',
      },
      { label: 'Role', default: 'app', section: 'Basics' },
    ),
    exposure: choice(
      { public: 'Public', private: 'Private', isolated: 'Isolated' },
      {
        label: 'New subnets are',
        help: 'Exposure of the subnets the tier gets in each Availability Zone.',
        default: 'private',
        section: 'Network',
      },
    ),
    requiredCapacity: usage({
      label: 'Copies needed',
      help: 'How many copies must run to carry the load.',
      max: 10000,
      section: 'Capacity',
    }),
  }),
});
