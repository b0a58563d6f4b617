import { formatUsd } from '../../shared/pricing/money';

export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;

/** `+$150.67 a month`, or that nothing changes. */
export const showChange = (micros: number): string =>
  micros === 0 ? 'no change in cost' : `${micros > 0 ? '+' : '−'}${formatUsd(Math.abs(micros))} a month`;

export const toJsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
