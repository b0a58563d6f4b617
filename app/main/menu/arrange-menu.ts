import type { MenuItemConstructorOptions } from 'electron';
import { commandItem, type MenuActions, type MenuState, separator } from './menu-item';

/** Placing, order and locks. Plain brackets have no accelerator here: typed into a field they are text. */
export const buildArrangeMenu = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'arrange',
  label: '&Arrange',
  submenu: [
    commandItem(actions, 'arrange.tidy', 'Arrange', 'CmdOrCtrl+Shift+A', state.hasDocument),
    commandItem(actions, 'arrange.anew', 'Arrange Anew', 'CmdOrCtrl+Alt+A', state.hasDocument),
    separator,
    commandItem(actions, 'arrange.front', 'Bring to Front', undefined, state.hasDocument),
    commandItem(actions, 'arrange.forward', 'Bring Forward', 'CmdOrCtrl+]', state.hasDocument),
    commandItem(actions, 'arrange.backward', 'Send Backward', 'CmdOrCtrl+[', state.hasDocument),
    commandItem(actions, 'arrange.back', 'Send to Back', undefined, state.hasDocument),
    separator,
    commandItem(actions, 'edit.group', 'Group', 'CmdOrCtrl+G', state.hasDocument),
    commandItem(actions, 'edit.ungroup', 'Ungroup', 'CmdOrCtrl+Shift+G', state.hasDocument),
    separator,
    commandItem(actions, 'edit.lock', 'Lock or Unlock', 'CmdOrCtrl+Shift+L', state.hasDocument),
  ],
});
