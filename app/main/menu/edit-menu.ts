import type { MenuItemConstructorOptions } from 'electron';
import { commandItem, type MenuActions, type MenuState, separator } from './menu-item';

const withLabel = (verb: string, label: string | null): string =>
  label === null || label === '' ? verb : `${verb} ${label}`.replaceAll('&', '&&');

/** Undo and Redo stay enabled without a label: they also serve the text field that has the focus. */
export const buildEditMenu = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'edit',
  label: '&Edit',
  submenu: [
    commandItem(actions, 'edit.undo', withLabel('Undo', state.undoLabel), 'CmdOrCtrl+Z'),
    commandItem(
      actions,
      'edit.redo',
      withLabel('Redo', state.redoLabel),
      state.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z',
    ),
    separator,
    commandItem(actions, 'edit.cut', 'Cut', 'CmdOrCtrl+X'),
    commandItem(actions, 'edit.copy', 'Copy', 'CmdOrCtrl+C'),
    commandItem(actions, 'edit.paste', 'Paste', 'CmdOrCtrl+V'),
    commandItem(actions, 'edit.duplicate', 'Duplicate', 'CmdOrCtrl+D', state.hasDocument),
    // No accelerator: Delete and Backspace alone belong to the page, which knows what has the focus.
    commandItem(actions, 'edit.delete', 'Delete', undefined, state.hasDocument),
    separator,
    commandItem(actions, 'edit.selectAll', 'Select All', 'CmdOrCtrl+A'),
    commandItem(actions, 'edit.find', 'Find on Canvas…', 'CmdOrCtrl+F', state.hasDocument),
  ],
});
