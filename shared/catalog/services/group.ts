import { z } from 'zod';
import { defineKind } from '../kind';

export const group = defineKind({
  kind: 'group',
  title: 'Group',
  newName: 'Group',
  category: 'Structure',
  icon: 'lucide/group',
  summary: 'Keeps things together on the drawing. It has no meaning for rules, prices or exports.',
  scope: 'container',
  family: 'none',
  parents: ['canvas', 'region', 'vpc', 'subnet'],
  size: { width: 240, height: 160 },
  settings: z.object({}),
});
