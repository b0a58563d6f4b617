import { expect, type RunningApp } from '../fixtures/app';
import { ask } from '../fixtures/ask';

const readLabel = ({ electron }: Pick<RunningApp, 'electron'>, id: string): Promise<string> =>
  ask(() =>
    electron.evaluate(({ Menu }, itemId) => Menu.getApplicationMenu()?.getMenuItemById(itemId)?.label ?? '', id),
  );

/** Waits until an item of the native menu reads as given. */
export const expectMenuLabel = (app: RunningApp, id: string, label: string | RegExp): Promise<void> => {
  const read = expect.poll(() => readLabel(app, id), { message: `label of ${id}` });
  return typeof label === 'string' ? read.toBe(label) : read.toMatch(label);
};

/** Labels of the items below a submenu of the native menu, separators left out. */
export const readSubmenu = ({ electron }: RunningApp, id: string): Promise<string[]> =>
  ask(() =>
    electron.evaluate(({ Menu }, itemId) => {
      const items = Menu.getApplicationMenu()?.getMenuItemById(itemId)?.submenu?.items ?? [];
      return items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
    }, id),
  );

export const readTitle = ({ electron }: Pick<RunningApp, 'electron'>): Promise<string> =>
  ask(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? ''));

/** Waits for the window's title: `● shop` with unsaved changes, `shop` without. */
export const expectTitle = (app: RunningApp, title: string): Promise<void> =>
  expect.poll(() => readTitle(app), { message: 'title of the window' }).toBe(`${title} — Stratiform`);
