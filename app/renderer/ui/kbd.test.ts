import { expect, it } from 'vitest';
import { formatShortcut } from './kbd';

it('names the keys as the platform does', () => {
  expect(formatShortcut('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(formatShortcut('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(formatShortcut('F6', false)).toBe('F6');
});
