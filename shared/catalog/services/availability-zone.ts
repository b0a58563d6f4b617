import { z } from 'zod';
import { choice } from '../fields';
import { defineKind } from '../kind';

export const availabilityZone = defineKind({
  kind: 'availability-zone',
  title: 'Availability Zone',
  newName: 'Availability Zone',
  category: 'Structure',
  icon: 'lucide/columns-3',
  summary: 'One or more data centres that fail independently of the other Availability Zones of the Region.',
  keywords: ['az', 'data center'],
  docsUrl: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
  scope: 'container',
  family: 'none',
  parents: ['vpc'],
  size: { width: 240, height: 400 },
  settings: z.object({
    zone: choice(
      { a: 'a', b: 'b', c: 'c' },
      {
        label: 'Zone',
        help: 'Letter behind the Region code; your account decides which data centres it means.',
        default: 'a',
        section: 'Basics',
      },
    ),
  }),
});
