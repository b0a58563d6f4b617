import type { Estimate } from './availability';

/** `99.72 %`; one more digit for each nine beyond the second, and never rounded to 100. `share` is 0 to 1. */
export function showShare(share: number): string {
  if (share >= 1) return '100 %';
  const percent = share * 100;
  const digits = percent >= 99.99 ? 4 : percent >= 99.9 ? 3 : 2;
  return `${Math.min(99.9999, percent).toFixed(digits)} %`;
}

/** A target as it was stated: `99.95 %`. `share` is 0 to 1. */
export const showTarget = (share: number): string => `${Number((share * 100).toFixed(6))} %`;

/** `≈ 99.72 %`, or `≤ 99.72 %` where something in it has no figure. */
export const showAvailability = ({ availability, atMost }: Pick<Estimate, 'availability' | 'atMost'>): string =>
  `${atMost ? '≤' : '≈'} ${showShare(availability)}`;

/** `122 minutes a month`. */
export function showMinutesDown({ minutesDown }: Pick<Estimate, 'minutesDown'>): string {
  if (minutesDown > 0 && minutesDown < 1) return 'less than a minute a month';
  const minutes = Math.round(minutesDown);
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} a month`;
}

/** The entry that fares worst, which is what the whole design is called; undefined where nobody is drawn who sends requests. */
export const worstEntry = <T extends Estimate>(entries: readonly T[]): T | undefined =>
  entries.reduce<T | undefined>(
    (worst, entry) => (worst && worst.availability <= entry.availability ? worst : entry),
    undefined,
  );
