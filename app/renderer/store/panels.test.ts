import { expect, it } from 'vitest';
import { defaultPanels, readPanels } from './panels';

it('falls back where nothing was remembered', () => {
  expect(readPanels({})).toEqual(defaultPanels);
});

it('keeps remembered values within their limits and ignores those of the wrong type', () => {
  const panels = readPanels({ paletteWidth: 9000, inspectorWidth: 320, drawerOpen: true, paletteOpen: 3 });
  expect(panels).toEqual({ ...defaultPanels, paletteWidth: 400, inspectorWidth: 320, drawerOpen: true });
});
