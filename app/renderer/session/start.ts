import { desktop } from '../desktop';
import { app } from '../store/app';
import { keepDrafts } from './keep-drafts';
import { listenToMain } from './listen';
import { acceptDocument } from './open-document';
import { loadPrices } from './prices';
import { rememberPanels, restoreView } from './remember-panels';
import { tellMain } from './tell-main';

async function offerRecovery(): Promise<void> {
  const answer = await desktop.invoke('recovery.list', {});
  if (answer.ok && answer.value.entries.length > 0) app.openDialog({ kind: 'recovery', entries: answer.value.entries });
}

/** Wires the page to the main process and opens what the app was started with. Answers whether a document is open now. */
export async function startSession(): Promise<boolean> {
  listenToMain();
  tellMain();
  keepDrafts();
  const [ready] = await Promise.all([desktop.invoke('app.ready', {}), restoreView()]);
  rememberPanels();
  if (ready.ok && ready.value.document) acceptDocument(ready.value.document);
  void offerRecovery();
  void loadPrices().catch((error: unknown) =>
    app.notify({ tone: 'error', text: `The prices cannot be read: ${String(error)}` }),
  );
  return app.getState().document !== null;
}
