import { z } from 'zod';
import { choice } from '../fields';
import { defineKind } from '../kind';
import { REGION_NAMES } from '../regions';

export const region = defineKind({
  kind: 'region',
  title: 'Region',
  newName: 'Region',
  category: 'Structure',
  icon: 'architecture-group/Region',
  summary: 'A geographic area with several Availability Zones. Prices and service limits depend on it.',
  keywords: ['location', 'country'],
  docsUrl: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  scope: 'container',
  family: 'none',
  parents: ['canvas'],
  size: { width: 960, height: 640 },
  settings: z.object({
    code: choice(REGION_NAMES, { label: 'Region', default: 'us-east-1', section: 'Basics' }),
  }),
  headline: ({ code }) => code,
});
