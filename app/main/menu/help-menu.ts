import type { MenuItemConstructorOptions } from 'electron';
import { type MenuActions, type MenuState, separator } from './menu-item';

const links: readonly { readonly id: string; readonly label: string; readonly url: string }[] = [
  {
    id: 'help.wellArchitected',
    label: 'AWS Well-Architected Framework',
    url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html',
  },
  {
    id: 'help.cloudFormation',
    label: 'AWS CloudFormation User Guide',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/Welcome.html',
  },
];

export const buildHelpMenu = (state: MenuState, actions: MenuActions): MenuItemConstructorOptions => ({
  id: 'help',
  label: '&Help',
  role: 'help',
  submenu: [
    ...links.map(({ id, label, url }) => ({ id, label, click: () => actions.openLink(url) })),
    ...(state.platform === 'darwin'
      ? []
      : [separator, { id: 'help.about', label: 'About Stratiform', click: actions.showAbout }]),
  ],
});
