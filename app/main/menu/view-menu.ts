import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/ipc/commands';
import type { Theme } from '../../../shared/ipc/settings';
import { commandItem, type MenuActions, type MenuState, separator } from './menu-item';

const themes: readonly { readonly theme: Theme; readonly id: MenuCommand; readonly label: string }[] = [
  { theme: 'system', id: 'view.theme.system', label: 'Follow the System' },
  { theme: 'light', id: 'view.theme.light', label: 'Light' },
  { theme: 'dark', id: 'view.theme.dark', label: 'Dark' },
];

const buildThemes = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'view.theme',
  label: 'Theme',
  submenu: themes.map(({ theme, id, label }) => ({
    ...commandItem(actions, id, label),
    type: 'radio',
    checked: state.theme === theme,
  })),
});

export const buildViewMenu = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'view',
  label: '&View',
  submenu: [
    commandItem(actions, 'view.commands', 'Command Palette…', 'CmdOrCtrl+K'),
    separator,
    commandItem(actions, 'view.zoomIn', 'Zoom In', 'CmdOrCtrl+Plus', state.hasDocument),
    commandItem(actions, 'view.zoomOut', 'Zoom Out', 'CmdOrCtrl+-', state.hasDocument),
    commandItem(actions, 'view.fit', 'Zoom to Fit', 'CmdOrCtrl+1', state.hasDocument),
    commandItem(actions, 'view.fitSelection', 'Zoom to Selection', 'CmdOrCtrl+2', state.hasDocument),
    separator,
    commandItem(actions, 'view.togglePalette', 'Palette', 'CmdOrCtrl+Alt+1', state.hasDocument),
    commandItem(actions, 'view.outline', 'Outline', 'CmdOrCtrl+Shift+O', state.hasDocument),
    commandItem(actions, 'view.toggleInspector', 'Inspector', 'CmdOrCtrl+Alt+2', state.hasDocument),
    commandItem(actions, 'view.toggleProblems', 'Problems', 'CmdOrCtrl+Alt+3', state.hasDocument),
    commandItem(actions, 'view.toggleCost', 'Cost', 'CmdOrCtrl+Alt+4', state.hasDocument),
    separator,
    commandItem(actions, 'view.outage', 'Outage Mode', 'CmdOrCtrl+Shift+F', state.hasDocument),
    commandItem(actions, 'view.compare', 'Compare Designs…', 'CmdOrCtrl+Alt+6'),
    separator,
    buildThemes(state, actions),
    { role: 'togglefullscreen', id: 'view.fullScreen', label: 'Full Screen' },
    ...(state.isPackaged
      ? []
      : [separator, { role: 'toggleDevTools', id: 'view.devTools', label: 'Developer Tools' } as const]),
  ],
});
