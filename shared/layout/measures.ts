/** Sizes of the drawing at 100 %, all multiples of the grid. */
export const GRID = 4;
export const PADDING = 16;
export const GAP = 12;
/** Between elements that were pushed apart. */
export const APART = 16;

export const HEADER: Readonly<Record<string, number>> = {
  region: 36,
  vpc: 36,
  'availability-zone': 28,
  subnet: 28,
  group: 28,
};

/** Left of the zones of a VPC, for the names of its tiers. */
export const GUTTER = 132;
export const SERVICE_WIDTH = 176;
export const SERVICE_HEIGHT = 72;
/** A tier's band reaches this far beyond its subnets, above and below. */
export const BAND = 8;
export const BAND_GAP = 8;

export const snap = (value: number): number => Math.round(value / GRID) * GRID + 0;
export const snapUp = (value: number): number => Math.ceil(value / GRID) * GRID + 0;
