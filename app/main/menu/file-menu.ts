import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { commandItem, type MenuActions, type MenuState, separator } from './menu-item';

const buildRecent = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'file.openRecent',
  label: 'Open Recent',
  enabled: state.recent.length > 0,
  submenu: [
    ...state.recent.map((path, index) => ({
      id: `file.openRecent.${index}`,
      label: `${basename(path)} — ${dirname(path)}`.replaceAll('&', '&&'),
      click: () => actions.openRecent(path),
    })),
    separator,
    { id: 'file.clearRecent', label: 'Clear List', click: actions.clearRecent },
  ],
});

const buildExamples = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'file.openExample',
  label: 'Open Example',
  enabled: state.examples.length > 0,
  submenu: state.examples.map((example) => ({
    id: `file.openExample.${example.name}`,
    label: example.title.replaceAll('&', '&&'),
    click: () => actions.openExample(example.name),
  })),
});

const buildPictures = ({ hasDocument }: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'file.exportPicture',
  label: 'Export Picture',
  enabled: hasDocument,
  submenu: [
    commandItem(actions, 'file.exportPng', 'PNG…', undefined, hasDocument),
    commandItem(actions, 'file.exportSvg', 'SVG…', undefined, hasDocument),
  ],
});

export const buildFileMenu = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => {
  const { hasDocument } = state;
  const leave: MenuItemConstructorOptions[] = [{ id: 'file.close', role: 'close', label: 'Close Window' }];
  if (state.platform !== 'darwin') {
    const label = state.platform === 'win32' ? 'Exit' : 'Quit';
    leave.push({ id: 'app.quit', role: 'quit', label, accelerator: 'CmdOrCtrl+Q' });
  }
  return {
    id: 'file',
    label: '&File',
    submenu: [
      commandItem(actions, 'file.new', 'New', 'CmdOrCtrl+N'),
      commandItem(actions, 'file.open', 'Open…', 'CmdOrCtrl+O'),
      buildRecent(state, actions),
      buildExamples(state, actions),
      separator,
      commandItem(actions, 'file.save', 'Save', 'CmdOrCtrl+S', hasDocument),
      commandItem(actions, 'file.saveAs', 'Save As…', 'CmdOrCtrl+Shift+S', hasDocument),
      commandItem(actions, 'file.saveTemplate', 'Save as Template…', undefined, hasDocument),
      commandItem(actions, 'file.history', 'Previous Versions…', undefined, hasDocument),
      separator,
      commandItem(actions, 'file.export', 'Export…', 'CmdOrCtrl+E', hasDocument),
      buildPictures(state, actions),
      separator,
      ...leave,
    ],
  };
};
