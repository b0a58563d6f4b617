import { z } from 'zod';
import { usage } from '../fields';
import { defineKind } from '../kind';
import { ACTOR } from '../sizes';

export const users = defineKind({
  kind: 'users',
  title: 'Users on the internet',
  newName: 'Users',
  category: 'People',
  icon: 'resource/Users',
  summary: 'People or systems anywhere on the internet.',
  keywords: ['actor', 'internet', 'visitors', 'clients'],
  scope: 'canvas',
  family: 'actor',
  parents: ['canvas'],
  size: ACTOR,
  settings: z.object({
    requestsPerSecond: usage({ label: 'Requests', unit: 'per second', help: 'At a usual busy hour.' }),
  }),
  traits: () => ({ role: 'actor' }),
});
