import type { App, BrowserWindow } from 'electron';

export type Closing = {
  /** Attaches the question about unsaved changes to a window. */
  readonly guard: (window: BrowserWindow) => void;
};

/**
 * Closing and quitting: the window stays until unsaved changes are settled; Cancel or a failed save also stops a quit that was under way.
 * @param settle answers whether the window may close.
 */
export const createClosing = (app: App, settle: () => Promise<boolean>): Closing => {
  let isQuitting = false;
  let isSettling = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  const settleAndClose = async (window: BrowserWindow) => {
    isSettling = true;
    const mayClose = await settle().catch((error: unknown) => {
      console.error('Closing failed:', error);
      return false;
    });
    isSettling = false;
    const wasQuitting = isQuitting;
    isQuitting = false;
    if (!mayClose || window.isDestroyed()) return;
    window.destroy();
    if (wasQuitting) app.quit();
  };
  return {
    guard: (window) => {
      window.on('close', (event) => {
        event.preventDefault();
        if (!isSettling) void settleAndClose(window);
      });
    },
  };
};
