import type { MonthlyFigure } from '../../shared/pricing/money';
import { formatMonthly, formatUsd } from '../../shared/pricing/money';

/** `$12.34/mo`, `≥ $12.34/mo`, `–`; a dash while prices are not loaded. */
export const formatFigure = (figure: MonthlyFigure | undefined | null): string =>
  figure ? formatMonthly(figure) : '–';

/** `+$12.34/mo`, `−$12.34/mo`, `no change in cost`. */
export function formatDelta(micros: number): string {
  const amount = formatUsd(Math.abs(micros));
  if (amount === '$0.00') return 'no change in cost';
  return `${micros > 0 ? '+' : '−'}${amount}/mo`;
}

export const plural = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-US', { timeStyle: 'short' });

const formatWith = (format: Intl.DateTimeFormat, iso: string): string => {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
};

/** ISO date to `Nov 3, 2026`; anything else (a month, say) as it is. */
export const formatDay = (iso: string): string => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? formatWith(day, iso) : iso);
export const formatMoment = (iso: string): string => formatWith(moment, iso);
export const formatClock = (iso: string): string => formatWith(clock, iso);

/** Names may be anything: at most `length` characters of one line. */
export const shorten = (text: string, length = 80): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, length * 2 + 2));
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
};
