import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { JsonStore } from '../files/json-store';
import { isOwnUrl, pageUrl } from '../security/origin';
import { fitToDisplays, smallestWindow, type WindowState } from './window-state';

const background = { light: '#ffffff', dark: '#16191d' } as const;

const rememberWhenMoved = (window: BrowserWindow, store: JsonStore<WindowState>): void => {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const bounds = window.getNormalBounds();
    void store.set({ bounds, maximized: window.isMaximized(), fullScreen: window.isFullScreen() });
  };
  const rememberSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 500);
  };
  window.on('resize', rememberSoon).on('move', rememberSoon).on('close', remember);
};

/** Chromium does not ask before it goes to about:blank; the page is brought back, and its design with it. */
const returnHome = (window: BrowserWindow): void => {
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isOwnUrl(url)) void window.loadURL(pageUrl);
  });
};

/** The program's window, where it was last time, shown once the page has something to show. */
export const createWindow = (outFolder: string, store: JsonStore<WindowState>): BrowserWindow => {
  const state = store.get();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...fitToDisplays(state.bounds, workAreas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Stratiform',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // Compiled scripts are kept from the first start on.
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
    },
  });
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    if (state.fullScreen) window.setFullScreen(true);
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberWhenMoved(window, store);
  returnHome(window);
  void window.loadURL(pageUrl);
  return window;
};
