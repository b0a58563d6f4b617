import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/ipc/commands';
import type { ExampleEntry } from '../../../shared/ipc/documents';
import type { Theme } from '../../../shared/ipc/settings';

/** What the menu shows. `recent` holds full paths, newest first; labels are null when there is nothing to undo or redo. */
export type MenuState = {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly hasDocument: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly theme: Theme;
  readonly recent: readonly string[];
  readonly examples: readonly ExampleEntry[];
};

export type MenuActions = {
  /** Hands the command to the page, or to the text field that has the focus. */
  readonly run: (id: MenuCommand) => void;
  readonly openRecent: (path: string) => void;
  readonly openExample: (name: string) => void;
  readonly clearRecent: () => void;
  readonly openLink: (url: string) => void;
  readonly showAbout: () => void;
};

export const separator: MenuItemConstructorOptions = { type: 'separator' };

/** An item that runs a command. Its id is the command's. */
export const commandItem = (
  actions: MenuActions,
  id: MenuCommand,
  label: string,
  accelerator?: string,
  isEnabled = true,
): MenuItemConstructorOptions => ({
  id,
  label,
  enabled: isEnabled,
  click: () => actions.run(id),
  ...(accelerator === undefined ? {} : { accelerator }),
});
