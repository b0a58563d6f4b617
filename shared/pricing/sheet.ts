import type { z } from 'zod';
import type { SettingsReader } from '../catalog/fields';
import type { Traits } from '../catalog/kind';
import type { Purchase } from '../catalog/purchase';
import type { Charge } from './charge';

/** CloudFront's group of edge locations that the estimate assumes viewers are served from. */
export type Edge = 'United States' | 'EU';

/** What a sheet may know beside the settings. Few and plain facts, so that an unchanged element is priced once. */
export interface SheetPlace {
  readonly copies: Traits['copies'];
  /** Zones it has a member in; at least 1, so that an element not yet placed is not free. */
  readonly zones: number;
  /** In a subnet whose route leads to the internet. */
  readonly isPublic: boolean;
  /** Gigabytes a month that drawn traffic from users brings it; null where nobody said. */
  readonly trafficGb: number | null;
  readonly edge: Edge;
  /** How capacity is bought where the settings say nothing else. */
  readonly purchase: Purchase;
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

/** A usage setting in millions as a plain number; null stays "not stated". */
export const fromMillions = (millions: number | null): number | null => (millions === null ? null : millions * MILLION);

/** Says a usage figure, or that it is not stated. */
export const said = (figure: number | null, unit: string): string =>
  figure === null ? `? ${unit}` : `${figure} ${unit}`;
