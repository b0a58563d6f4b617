import type { Estimate } from '../../../../shared/pricing/estimate';
import type { PriceOrigin } from '../../../../shared/pricing/price-book';
import { formatDay } from '../../format';

const words: Record<PriceOrigin, string> = { bundled: 'bundled prices', cached: 'cached prices', live: 'live prices' };

/** Where the prices of a bill come from and the newest of their dates; empty where no price is used. */
export function describePriceSource(estimate: Pick<Estimate, 'lines'> | null): string {
  if (!estimate) return '';
  const origins = new Set<PriceOrigin>();
  let newest = '';
  for (const { origin, date } of estimate.lines) {
    if (origin !== null) origins.add(origin);
    if (date > newest) newest = date;
  }
  const kinds = [...origins].map((origin) => words[origin]).join(' and ');
  if (kinds === '') return '';
  return newest === '' ? kinds : `${kinds}, ${formatDay(newest)}`;
}
