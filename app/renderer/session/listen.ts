import type { History } from '../../../shared/model/history';
import { runAction } from '../actions/registry';
import { desktop } from '../desktop';
import { app } from '../store/app';
import { acceptDocument } from './open-document';
import { acceptSaved, currentText } from './save-document';

const tones = { info: 'info', warning: 'info', error: 'error' } as const;

/** Follows the main process: menus, files opened from outside, saves before closing, the theme. Answers with what stops it. */
export function listenToMain(): () => void {
  const historyOf = new Map<string, History>();
  const stops = [
    desktop.on('menu.command', ({ id }) => runAction(id)),
    desktop.on('document.open', ({ document }) => acceptDocument(document)),
    desktop.on('document.textWanted', ({ requestId }) => {
      const current = currentText();
      if (current) historyOf.set(requestId, current.history);
      void desktop.invoke('document.text', { requestId, current: current?.request ?? null });
    }),
    desktop.on('document.saved', ({ requestId, document }) => {
      const history = historyOf.get(requestId);
      historyOf.delete(requestId);
      if (history) acceptSaved(document, history);
    }),
    desktop.on('theme.changed', ({ theme }) => app.setView({ theme })),
    desktop.on('notice', ({ level, message }) => app.notify({ tone: tones[level], text: message })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
