/** Sizes (px) and open flags of the docked regions, remembered through the settings. */
export interface Panels {
  readonly paletteWidth: number;
  readonly paletteOpen: boolean;
  /** The palette shows the outline of the design instead of the services. */
  readonly outlineShown: boolean;
  readonly inspectorWidth: number;
  readonly inspectorOpen: boolean;
  readonly drawerHeight: number;
  readonly drawerOpen: boolean;
  /** The sentences for the first time have been read. */
  readonly hintClosed: boolean;
}

export const defaultPanels: Panels = {
  paletteWidth: 240,
  paletteOpen: true,
  outlineShown: false,
  inspectorWidth: 300,
  inspectorOpen: true,
  drawerHeight: 288,
  drawerOpen: false,
  hintClosed: false,
};

export const panelLimits = {
  palette: { min: 180, max: 400 },
  inspector: { min: 248, max: 520 },
  drawer: { min: 140, max: 560 },
} as const;

type Stored = Readonly<Record<string, number | boolean>>;

const size = (stored: Stored, key: string, fallback: number, { min, max }: { min: number; max: number }): number => {
  const value = stored[key];
  return typeof value === 'number' ? Math.min(max, Math.max(min, value)) : fallback;
};

const flag = (stored: Stored, key: string, fallback: boolean): boolean => {
  const value = stored[key];
  return typeof value === 'boolean' ? value : fallback;
};

/** Reads remembered values; what is missing or out of range falls back. */
export const readPanels = (stored: Stored): Panels => ({
  paletteWidth: size(stored, 'paletteWidth', defaultPanels.paletteWidth, panelLimits.palette),
  paletteOpen: flag(stored, 'paletteOpen', defaultPanels.paletteOpen),
  outlineShown: flag(stored, 'outlineShown', defaultPanels.outlineShown),
  inspectorWidth: size(stored, 'inspectorWidth', defaultPanels.inspectorWidth, panelLimits.inspector),
  inspectorOpen: flag(stored, 'inspectorOpen', defaultPanels.inspectorOpen),
  drawerHeight: size(stored, 'drawerHeight', defaultPanels.drawerHeight, panelLimits.drawer),
  drawerOpen: flag(stored, 'drawerOpen', defaultPanels.drawerOpen),
  hintClosed: flag(stored, 'hintClosed', defaultPanels.hintClosed),
});
