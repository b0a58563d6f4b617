import { app } from '../../store/app';
import { jumpTo } from './focus-finding';

export interface Question {
  /** The element or connection that is asked about; null for the design as a whole. */
  readonly subject: string | null;
  /** Key of the setting that answers. */
  readonly setting: string;
}

const CONTROLS = 'input, select, textarea, [role="combobox"], [role="switch"], button:not(.ui-field__head *)';

/** Selects what is asked about and puts the focus on the very setting that answers. */
export function answerQuestion({ subject, setting }: Question): void {
  if (app.getState().outage) app.leaveOutage();
  app.setPanels({ inspectorOpen: true });
  if (subject === null) app.select({});
  else jumpTo(subject);
  // The form of what was selected is there with the next frame.
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-setting="${CSS.escape(setting)}"]`);
    field?.scrollIntoView({ block: 'nearest' });
    field?.querySelector<HTMLElement>(CONTROLS)?.focus();
  });
}
