/** After this many days the bundled prices should be made anew. */
export const STALE_AFTER_DAYS = 120;

const MS_PER_DAY = 86_400_000;

/** Whole days from an ISO date to another; throws when either is not a date. */
export const daysBetween = (from: string, to: string): number => {
  const span = Date.parse(to) - Date.parse(from);
  if (Number.isNaN(span)) throw new Error(`Expected two ISO dates such as 2026-10-01, found "${from}" and "${to}".`);
  return Math.floor(span / MS_PER_DAY);
};

/** A sentence to show when prices of `asOf` are stale on the day `today`; undefined when they are recent enough. */
export const warnOfAge = (region: string, asOf: string, today: string): string | undefined => {
  const days = daysBetween(asOf, today);
  if (days <= STALE_AFTER_DAYS) return undefined;
  return `The bundled prices of ${region} are ${days} days old (newest source ${asOf}). Make the snapshot anew with npm run snapshot.`;
};
