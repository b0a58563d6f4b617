import { compareText } from '../util/sorting';
import type { Design, DesignHeader, Waiver } from './design';

export type { Waiver } from './design';

/** Stands for every element in a waiver. */
export const EVERY_ELEMENT = '*';

/** What tells waivers apart. */
export const waiverKey = ({ rule, element }: Pick<Waiver, 'rule' | 'element'>): string => `${rule} ${element}`;

/** By rule, then by element. */
export const compareWaivers = (a: Waiver, b: Waiver): number =>
  compareText(a.rule, b.rule) || compareText(a.element, b.element);

const NONE: readonly Waiver[] = [];

export const waiversOf = ({ header }: Design): readonly Waiver[] => header.waivers ?? NONE;

/** The header with these waivers, in their order; without the field where there are none. */
export function withWaivers(header: DesignHeader, waivers: readonly Waiver[]): DesignHeader {
  const { waivers: _, ...rest } = header;
  return waivers.length === 0 ? rest : { ...rest, waivers: [...waivers].sort(compareWaivers) };
}

/** True after the last day of the waiver. `today` is a day of the same form. */
export const hasExpired = ({ expires }: Waiver, today: string): boolean => expires !== undefined && expires < today;
