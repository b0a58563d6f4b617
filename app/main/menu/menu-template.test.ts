import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuCommands } from '../../../shared/ipc/commands';
import type { MenuActions, MenuState } from './menu-item';
import { buildMenuTemplate } from './menu-template';

const state: MenuState = {
  platform: 'linux',
  isPackaged: true,
  hasDocument: true,
  undoLabel: 'Move Web server',
  redoLabel: null,
  theme: 'dark',
  recent: ['/home/a/shop & co.stratiform'],
  examples: [{ name: 'low-power-wordpress', title: 'Low-power WordPress', description: '' }],
};

const record = (calls: unknown[]): MenuActions => ({
  run: (id) => calls.push(id),
  openRecent: (path) => calls.push(path),
  openExample: (name) => calls.push(name),
  clearRecent: () => calls.push('clear'),
  openLink: (url) => calls.push(url),
  showAbout: () => calls.push('about'),
});

const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);

const build = (change: Partial<MenuState> = {}, calls: unknown[] = []) =>
  flatten(buildMenuTemplate({ ...state, ...change }, record(calls)));

const labels = (change: Partial<MenuState>) =>
  buildMenuTemplate({ ...state, ...change }, record([])).map((menu) => menu.label);

const find = (items: readonly MenuItemConstructorOptions[], id: string) => {
  const item = items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
};

/** The template's click functions use none of Electron's arguments. */
const press = (item: MenuItemConstructorOptions) => Reflect.apply(item.click ?? (() => undefined), undefined, []);

const platforms: readonly NodeJS.Platform[] = ['linux', 'win32', 'darwin'];

describe.each(platforms)('the menu on %s', (platform) => {
  it('has an item for every command, and it runs that command', () => {
    const calls: unknown[] = [];
    const items = build({ platform }, calls);
    for (const id of menuCommands) press(find(items, id));
    expect(calls).toEqual([...menuCommands]);
  });

  it('gives no accelerator twice', () => {
    const accelerators = build({ platform }).flatMap((item) => item.accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
    expect(accelerators.length).toBeGreaterThan(15);
  });

  it('can be left', () => {
    expect(find(build({ platform }), 'app.quit').role).toBe('quit');
  });
});

describe('the menu', () => {
  it('follows each platform', () => {
    expect(labels({ platform: 'linux' })).toEqual(['&File', '&Edit', '&Arrange', '&View', '&Help']);
    expect(labels({ platform: 'darwin' })).toEqual([
      'Stratiform',
      '&File',
      '&Edit',
      '&Arrange',
      '&View',
      'Window',
      '&Help',
    ]);
    expect(find(build({ platform: 'win32' }), 'app.quit').label).toBe('Exit');
    expect(find(build({ platform: 'win32' }), 'edit.redo').accelerator).toBe('Ctrl+Y');
    expect(find(build({ platform: 'linux' }), 'edit.redo').accelerator).toBe('CmdOrCtrl+Shift+Z');
  });

  it('says what Undo takes back', () => {
    expect(find(build(), 'edit.undo').label).toBe('Undo Move Web server');
    expect(find(build(), 'edit.redo').label).toBe('Redo');
  });

  it('opens recent files and examples', () => {
    const calls: unknown[] = [];
    const items = build({}, calls);
    press(find(items, 'file.openRecent.0'));
    press(find(items, 'file.openExample.low-power-wordpress'));
    expect(calls).toEqual(['/home/a/shop & co.stratiform', 'low-power-wordpress']);
    expect(find(items, 'file.openRecent.0').label).toBe('shop && co.stratiform — /home/a');
  });

  it('marks the theme', () => {
    expect(find(build(), 'view.theme.dark').checked).toBe(true);
    expect(find(build(), 'view.theme.light').checked).toBe(false);
  });

  it('offers nothing to save without a document', () => {
    const items = build({ hasDocument: false });
    for (const id of ['file.save', 'file.export', 'view.fit']) expect(find(items, id).enabled).toBe(false);
    expect(find(items, 'file.new').enabled).toBe(true);
  });

  it('has developer tools only while developing', () => {
    expect(build().some((item) => item.role === 'toggleDevTools')).toBe(false);
    expect(build({ isPackaged: false }).some((item) => item.role === 'toggleDevTools')).toBe(true);
  });
});
