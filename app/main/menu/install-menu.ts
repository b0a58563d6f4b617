import { app, type BrowserWindow, Menu, type WebContents } from 'electron';
import type { MenuCommand } from '../../../shared/ipc/commands';
import type { ExampleEntry } from '../../../shared/ipc/documents';
import type { Theme } from '../../../shared/ipc/settings';
import { openExample, openForPage, openPath } from '../document/open-document';
import type { Workbench } from '../document/workbench';
import { openExternalLink } from '../security/external-links';
import type { MenuActions, MenuState } from './menu-item';
import { buildMenuTemplate } from './menu-template';

/** What the commands of the Edit menu do while a text field has the focus. */
const textCommands: Partial<Record<MenuCommand, (contents: WebContents) => void>> = {
  'edit.undo': (contents) => contents.undo(),
  'edit.redo': (contents) => contents.redo(),
  'edit.cut': (contents) => contents.cut(),
  'edit.copy': (contents) => contents.copy(),
  'edit.paste': (contents) => contents.paste(),
  'edit.delete': (contents) => contents.delete(),
  'edit.selectAll': (contents) => contents.selectAll(),
};

export type MenuParts = {
  readonly bench: Workbench;
  readonly getWindow: () => BrowserWindow | null;
  readonly theme: () => Theme;
  readonly examples: readonly ExampleEntry[];
};

const createActions = ({ bench, getWindow }: MenuParts): MenuActions => ({
  run: (id) => {
    const contents = getWindow()?.webContents;
    const forText = bench.desk.current()?.state.textFocused === true ? textCommands[id] : undefined;
    if (forText !== undefined && contents !== undefined) forText(contents);
    else bench.page.send('menu.command', { id });
  },
  openRecent: (path) => void openForPage(bench, (workbench) => openPath(workbench, path)),
  openExample: (name) => void openForPage(bench, (workbench) => openExample(workbench, name)),
  clearRecent: () => void bench.recent.clear(),
  openLink: (url) => void openExternalLink(url),
  showAbout: () => app.showAboutPanel(),
});

/** Builds the native menu; the answer builds it again if what it shows has changed. */
export const installMenu = (parts: MenuParts): (() => void) => {
  const actions = createActions(parts);
  let shown = '';
  return () => {
    const document = parts.bench.desk.current();
    const state: MenuState = {
      platform: process.platform,
      isPackaged: app.isPackaged,
      hasDocument: document !== null,
      undoLabel: document?.state.undoLabel ?? null,
      redoLabel: document?.state.redoLabel ?? null,
      theme: parts.theme(),
      recent: parts.bench.recent.list(),
      examples: parts.examples,
    };
    const key = JSON.stringify(state);
    if (key === shown) return;
    shown = key;
    Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate(state, actions)));
  };
};
