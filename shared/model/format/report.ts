import type { Json } from '../../util/json';

/** Collects what is wrong with a file; each problem is one sentence with the place and the value. */
export type Report = (problem: string) => void;

/** A value as it may stand in a message: short, on one line. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
