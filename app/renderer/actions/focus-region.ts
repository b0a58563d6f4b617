import { app } from '../store/app';

const REGIONS = ['Palette', 'Canvas', 'Inspector', 'Drawer', 'Status'];

const findRegion = (label: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-region="${label}"]`);

const isFocusable = (element: HTMLElement): boolean => element.tabIndex >= 0 && element.offsetParent !== null;

const firstFocusable = (region: HTMLElement): HTMLElement | undefined =>
  [...region.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex]')].find(isFocusable);

/** Moves the focus to the next or previous region of the window that is on screen, as F6 does everywhere. */
export function focusRegion(step: 1 | -1): void {
  const shown = REGIONS.filter((label) => findRegion(label));
  const current = shown.findIndex((label) => findRegion(label)?.contains(document.activeElement));
  const start = current < 0 ? (step === 1 ? -1 : 0) : current;
  const label = shown.at((start + step + shown.length) % shown.length);
  const region = label === undefined ? null : findRegion(label);
  if (!region) return;
  if (label === 'Canvas' && app.canvas()) app.canvas()?.focus();
  else firstFocusable(region)?.focus();
  app.announce(`${label}`);
}
