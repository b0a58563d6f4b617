import { z } from 'zod';
import { text } from '../fields';
import { defineKind } from '../kind';

export const note = defineKind({
  kind: 'note',
  title: 'Note',
  newName: 'Note',
  category: 'Structure',
  icon: 'lucide/sticky-note',
  summary: 'Text on the drawing, for the people who read it.',
  keywords: ['comment', 'text', 'label'],
  scope: 'canvas',
  family: 'none',
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  size: { width: 208, height: 96 },
  settings: z.object({ text: text({ label: 'Text', default: '', maxLength: 10000, section: 'Basics' }) }),
});
