import type { MenuItemConstructorOptions } from 'electron';
import { buildArrangeMenu } from './arrange-menu';
import { buildEditMenu } from './edit-menu';
import { buildFileMenu } from './file-menu';
import { buildHelpMenu } from './help-menu';
import { type MenuActions, type MenuState, separator } from './menu-item';
import { buildViewMenu } from './view-menu';

const buildAppMenu = (actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'app',
  label: 'Stratiform',
  submenu: [
    { id: 'help.about', label: 'About Stratiform', click: actions.showAbout },
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { id: 'app.quit', role: 'quit', label: 'Quit Stratiform' },
  ],
});

const windowMenu: MenuItemConstructorOptions = {
  id: 'window',
  label: 'Window',
  role: 'window',
  submenu: [{ role: 'minimize' }, { role: 'zoom' }, separator, { role: 'front' }],
};

/** The whole native menu, as the platform expects it: an app menu and a Window menu on a Mac, Quit in File elsewhere. */
export const buildMenuTemplate = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] => {
  const isMac = state.platform === 'darwin';
  return [
    ...(isMac ? [buildAppMenu(actions)] : []),
    buildFileMenu(state, actions),
    buildEditMenu(state, actions),
    buildArrangeMenu(state, actions),
    buildViewMenu(state, actions),
    ...(isMac ? [windowMenu] : []),
    buildHelpMenu(state, actions),
  ];
};
