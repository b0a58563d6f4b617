import { z } from 'zod';
import { text } from '../fields';
import { defineKind } from '../kind';
import { ACTOR } from '../sizes';

export const office = defineKind({
  kind: 'office',
  title: 'Office network',
  newName: 'Office',
  category: 'People',
  icon: 'architecture-group/Corporatedatacenter',
  summary: 'A network of your own with a known address range: an office, a data centre, a partner.',
  keywords: ['actor', 'corporate', 'on-premises', 'vpn', 'admin'],
  scope: 'canvas',
  family: 'actor',
  parents: ['canvas'],
  size: ACTOR,
  settings: z.object({
    cidr: text({
      label: 'Public address range',
      help: 'Addresses the office has on the internet, in CIDR notation. The default is a range reserved for documentation.',
      default: '203.0.113.0/24',
      maxLength: 18,
      pattern: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
      form: 'a range such as 203.0.113.0/24',
      section: 'Network',
    }),
  }),
  headline: ({ cidr }) => cidr,
  traits: () => ({ role: 'actor' }),
});
