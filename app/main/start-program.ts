import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import { z } from 'zod';
import { succeed } from '../../shared/ipc/answer';
import { defaultSettings, type Settings, settingsSchema } from '../../shared/ipc/settings';
import { openForPage, openPath } from './document/open-document';
import { settleChanges } from './document/settle-changes';
import type { Page, Workbench } from './document/workbench';
import { createDialogs } from './electron-dialogs';
import { type JsonStore, openJsonStore, type StoreTools } from './files/json-store';
import { openRecentStore } from './files/recent-files';
import type { Program } from './ipc/handler';
import { handlers } from './ipc/handlers';
import { registerHandlers } from './ipc/register';
import { makeStoreTools, makeWorkbench } from './make-workbench';
import { installMenu } from './menu/install-menu';
import { createPendingPaths, type PendingPaths } from './pending-paths';
import { openPriceDesk } from './pricing/price-desk';
import { serveApp } from './security/app-protocol';
import { lockSession } from './security/lock-down';
import { applyTheme, readTheme, watchTheme } from './theme';
import { createClosing } from './window/close-window';
import { createWindow } from './window/create-window';
import { showDocument } from './window/show-document';
import { watchPage } from './window/watch-page';
import { defaultWindowState, type WindowState, windowStateSchema } from './window/window-state';

const outFolder = join(import.meta.dirname, '..');

const makeProgram = (settings: JsonStore<Settings>, pending: PendingPaths, onChange: () => void): Program => ({
  about: () => ({
    name: app.getName(),
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
    platform: process.platform,
    packaged: app.isPackaged,
  }),
  theme: readTheme,
  settings: settings.get,
  changeSettings: async (change) => {
    const next = { ...settings.get(), ...change };
    const saved = await settings.set(next);
    applyTheme(next.theme);
    onChange();
    return saved.ok ? succeed(next) : saved;
  },
  takePendingPath: pending.take,
  pageIsReady: pending.pageIsReady,
});

const secondStartSchema = z.object({ paths: z.array(z.string()) });

/** Files named by a second start or by the system go to the one window there is. */
const listenForFiles = (pending: PendingPaths, showWindow: () => void): void => {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    showWindow();
    const parsed = secondStartSchema.safeParse(data);
    for (const path of parsed.success ? parsed.data.paths : []) pending.add(path);
  });
  app.removeAllListeners('open-file');
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showWindow();
    pending.add(path);
  });
};

const reportBugs = (): void => {
  const report = (error: unknown) => {
    console.error('Unexpected:', error);
    dialog.showErrorBox(
      'Stratiform made a mistake',
      'Your design is still open and its draft is kept. Save it, then start Stratiform anew.',
    );
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
};

const setAbout = (): void =>
  app.setAboutPanelOptions({
    applicationName: 'Stratiform',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
    credits: `Electron ${process.versions.electron ?? ''}, Chromium ${process.versions.chrome ?? ''}`,
  });

export type Stores = {
  readonly tools: StoreTools;
  readonly settings: JsonStore<Settings>;
  readonly windowState: JsonStore<WindowState>;
  readonly recentFiles: JsonStore<readonly string[]>;
};

/** The one window: shown, brought to the front, or made. */
const makeWindowKeeper = (windowState: JsonStore<WindowState>, dressWindow: (window: BrowserWindow) => void) => {
  let window: BrowserWindow | null = null;
  const get = () => (window === null || window.isDestroyed() ? null : window);
  const show = () => {
    const existing = get();
    if (existing?.isMinimized()) existing.restore();
    if (existing) return existing.focus();
    window = createWindow(outFolder, windowState);
    dressWindow(window);
  };
  return { get, show };
};

/** What the window needs from the disk before it can be made; read while Electron is still starting. */
export const openStores = async (): Promise<Stores> => {
  const tools = makeStoreTools();
  const userData = app.getPath('userData');
  const [settings, windowState, recentFiles] = await Promise.all([
    openJsonStore(tools, join(userData, 'settings.json'), settingsSchema, defaultSettings),
    openJsonStore(tools, join(userData, 'window.json'), windowStateSchema, defaultWindowState),
    openRecentStore(tools, userData),
  ]);
  return { tools, settings, windowState, recentFiles };
};

const guardClosing = (bench: Workbench, stores: Stores) =>
  createClosing(app, async () => {
    const mayClose = await settleChanges(bench);
    if (mayClose) await Promise.all([stores.windowState.flush(), stores.settings.flush()]);
    return mayClose;
  });

/** The native menu, built once the examples are known, and again whenever what it shows changes. */
const keepMenu = async (bench: Workbench, stores: Stores, getWindow: () => BrowserWindow | null) => {
  const theme = () => stores.settings.get().theme;
  const refresh = installMenu({ bench, getWindow, theme, examples: await bench.examples.list() });
  refresh();
  return refresh;
};

/**
 * Composition root: everything that touches the system is made here and passed on. Runs once Electron is ready. The window comes first, and
 * loads its page while the rest is put together.
 */
export const startProgram = async (paths: readonly string[], storesWanted: Promise<Stores>): Promise<void> => {
  reportBugs();
  setAbout();
  const stores = await storesWanted;
  const { tools } = stores;
  const userData = app.getPath('userData');
  applyTheme(stores.settings.get().theme);

  let refreshMenu = () => {};
  const windows = makeWindowKeeper(stores.windowState, (window) => {
    bench.desk.put(null);
    closing.guard(window);
    watchPage(window, dialogs);
  });
  const page: Page = { send: (event, payload) => windows.get()?.webContents.send(event, payload) };
  const dialogs = createDialogs(windows.get);
  const bench = makeWorkbench(tools, {
    userData,
    documents: app.getPath('documents'),
    examples: join(app.getAppPath(), 'examples'),
    appVersion: app.getVersion(),
    recentFiles: stores.recentFiles,
    dialogs,
    page,
    onRecentChange: () => refreshMenu(),
  });
  const closing = guardClosing(bench, stores);
  const pending = createPendingPaths((path) => void openForPage(bench, (workbench) => openPath(workbench, path)));
  for (const path of paths) pending.add(path);
  const program = makeProgram(stores.settings, pending, () => refreshMenu());

  lockSession(session.defaultSession);
  serveApp(session.defaultSession, join(outFolder, 'renderer'));
  windows.show();

  const prices = openPriceDesk({ tools, folder: userData, environment: process.env });
  registerHandlers(
    handlers,
    prices.then((desk) => ({ bench, program, prices: desk })),
  );
  watchTheme((state) => page.send('theme.changed', state));
  bench.desk.onChange((document) => {
    const window = windows.get();
    if (window) showDocument(window, document);
    refreshMenu();
  });
  app.on('activate', windows.show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  listenForFiles(pending, windows.show);
  refreshMenu = await keepMenu(bench, stores, windows.get);
};
