import type { BrowserWindow } from 'electron';
import type { Dialogs } from '../dialogs';

/** Offers a way on when the page crashes or hangs; drafts bring the design back after a reload. */
export const watchPage = (window: BrowserWindow, dialogs: Dialogs): void => {
  let isAsking = false;
  const offerReload = async (message: string, waitLabel: string) => {
    if (isAsking || window.isDestroyed()) return;
    isAsking = true;
    const answer = await dialogs.ask({
      message,
      detail: 'Reloading brings your design back from its draft, which is at most a few seconds old.',
      buttons: ['Reload', waitLabel],
      standard: 0,
      cancel: 1,
    });
    isAsking = false;
    if (answer === 0 && !window.isDestroyed()) window.webContents.reload();
  };
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void offerReload('The window of Stratiform has crashed.', 'Leave It');
  });
  window.on('unresponsive', () => void offerReload('Stratiform does not respond.', 'Wait'));
};
