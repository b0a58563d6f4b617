import { expect, it, vi } from 'vitest';

// The page's one door to the outside; absent in a test of keys.
vi.stubGlobal('window', { desktop: undefined });
const { findByStroke, matchesShortcut } = await import('./shortcuts');
const { allActions } = await import('./registry');
const { menuCommands } = await import('../../../shared/ipc/commands');

const stroke = (key: string, ...modifiers: ('ctrl' | 'shift' | 'alt' | 'meta')[]) => ({
  key,
  ctrlKey: modifiers.includes('ctrl'),
  metaKey: modifiers.includes('meta'),
  shiftKey: modifiers.includes('shift'),
  altKey: modifiers.includes('alt'),
});

it.each([
  ['Mod+Z', stroke('z', 'ctrl'), true],
  ['Mod+Z', stroke('z', 'meta'), true],
  ['Mod+Z', stroke('Z', 'ctrl', 'shift'), false],
  ['Mod+Shift+Z', stroke('Z', 'ctrl', 'shift'), true],
  ['Mod++', stroke('+', 'ctrl', 'shift'), true],
  ['Mod+-', stroke('-', 'ctrl'), true],
  ['V', stroke('v'), true],
  ['V', stroke('v', 'ctrl'), false],
  ['F6', stroke('F6'), true],
  ['Shift+F6', stroke('F6'), false],
])('%s', (shortcut, keys, expected) => {
  expect(matchesShortcut(shortcut, keys)).toBe(expected);
});

it('finds the action of a key stroke', () => {
  expect(findByStroke(stroke('y', 'ctrl'))?.id).toBe('edit.redo');
  expect(findByStroke(stroke('Backspace'))?.id).toBe('edit.delete');
  expect(findByStroke(stroke('q'))).toBeUndefined();
});

it('gives no two actions the same key', () => {
  const keys = allActions.flatMap(({ shortcuts }) => shortcuts ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

it('has an action for every item of the native menu', () => {
  const ids = new Set<string>(allActions.map(({ id }) => id));
  expect(menuCommands.filter((command) => !ids.has(command))).toEqual([]);
});
