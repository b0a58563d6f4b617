import type { z } from 'zod';
import type { SettingsReader } from '../catalog/fields';
import type { Traits } from '../catalog/kind';
import type { Purchase } from '../catalog/purchase';
import type { Arrivals } from './arrivals';
import { type Charge, HOURS } from './charge';
import { showQuantity } from './show-quantity';

/** CloudFront's group of edge locations that the estimate assumes viewers are served from. */
export type Edge = 'United States' | 'EU';

/** What a sheet may know beside the settings. Few and plain facts, so that an unchanged element is priced once. */
export interface SheetPlace {
  readonly copies: Traits['copies'];
  /** Zones it has a member in; at least 1, so that an element not yet placed is not free. */
  readonly zones: number;
  /** In a subnet whose route leads to the internet. */
  readonly isPublic: boolean;
  /** What drawn connections bring it. */
  readonly arrivals: Arrivals;
  readonly edge: Edge;
  /** How capacity is bought where the settings say nothing else. */
  readonly purchase: Purchase;
  /** Hours of the month capacity is switched on where the settings say nothing else. */
  readonly hours: number;
}

/** The price sheet of a kind: what AWS charges for, given raw settings and the place. */
export interface PriceSheet {
  charges(raw: object, place: SheetPlace): readonly Charge[];
}

/** Makes the sheet of a kind; `charges` gets the settings typed and with defaults. */
export const defineSheet = <S extends z.ZodObject>(
  kind: SettingsReader<S>,
  charges: (settings: z.output<S>, place: SheetPlace) => readonly Charge[],
): PriceSheet => ({ charges: (raw, place) => charges(kind.read(raw), place) });

/** `1 instance`, `3 instances`. */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

const MILLION = 1_000_000;
const SECONDS_PER_MONTH = HOURS * 3600;

/** A usage setting in millions as a plain number; null stays "not stated". */
export const fromMillions = (millions: number | null): number | null => (millions === null ? null : millions * MILLION);

/** Says a usage figure, or that it is not stated. */
export const said = (figure: number | null, unit: string): string =>
  figure === null ? `? ${unit}` : `${figure} ${unit}`;

/** Requests of a month: as stated in millions, else as drawn connections bring them. */
export const countRequests = (
  millions: number | null,
  arriving: number | null,
): { readonly quantity: number | null; readonly basis: string } =>
  millions === null && arriving !== null
    ? { quantity: arriving, basis: `${showQuantity(arriving / SECONDS_PER_MONTH)} a second × ${HOURS} h` }
    : { quantity: fromMillions(millions), basis: said(millions, 'million') };
