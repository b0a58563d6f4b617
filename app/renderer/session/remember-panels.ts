import { desktop } from '../desktop';
import { app } from '../store/app';
import { readPanels } from '../store/panels';

const QUIET_MS = 400;

/** Takes the remembered theme and panel sizes over into the view. */
export async function restoreView(): Promise<void> {
  const answer = await desktop.invoke('settings.get', {});
  if (answer.ok) app.setView({ theme: answer.value.theme, panels: readPanels(answer.value.panels) });
}

/** Remembers sizes and open panels shortly after they change. Answers with what stops it. */
export function rememberPanels(): () => void {
  let timer = 0;
  const stop = app.store.subscribe((state, before) => {
    if (state.view.panels === before.view.panels) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { theme, panels } = app.getState().view;
      void desktop.invoke('settings.set', { theme, panels: { ...panels } });
    }, QUIET_MS);
  });
  return () => {
    window.clearTimeout(timer);
    stop();
  };
}
