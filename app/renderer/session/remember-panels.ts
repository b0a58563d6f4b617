import { desktop } from '../desktop';
import { app } from '../store/app';
import { readLayers, storeLayers } from '../store/layers';
import { readPanels } from '../store/panels';

const QUIET_MS = 400;

/** Takes the remembered theme, panel sizes and layers over into the view. */
export async function restoreView(): Promise<void> {
  const answer = await desktop.invoke('settings.get', {});
  if (answer.ok) {
    const { theme, panels } = answer.value;
    app.setView({ theme, panels: readPanels(panels), layers: readLayers(panels) });
  }
}

/** Remembers sizes, open panels and layers shortly after they change. Answers with what stops it. */
export function rememberPanels(): () => void {
  let timer = 0;
  const stop = app.store.subscribe((state, before) => {
    if (state.view.panels === before.view.panels && state.view.layers === before.view.layers) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { theme, panels, layers } = app.getState().view;
      void desktop.invoke('settings.set', { theme, panels: { ...panels, ...storeLayers(layers) } });
    }, QUIET_MS);
  });
  return () => {
    window.clearTimeout(timer);
    stop();
  };
}
