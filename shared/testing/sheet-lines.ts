import { loadBundledBooks } from '../pricing/bundled-books';
import { estimate } from '../pricing/estimate';
import type { LineItem } from '../pricing/line-item';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { buildNetwork } from './builder';

export const books = await loadBundledBooks();

export interface Placed {
  readonly parent?: string | null;
  readonly subnets?: readonly string[];
  readonly settings?: JsonObject;
}

export const linesOf = (kind: string, { parent = 'vpc', subnets = ['web-a', 'web-b'], settings = {} }: Placed = {}) => {
  const design = buildNetwork(['a', 'b'], { web: 'public' }).add('it', kind, { parent, subnets, settings }).build();
  return estimate(resolve(design), books).lines.filter(({ elementId }) => elementId === 'it');
};

/** item, quantity, unit price, monthly dollars, date of the source: enough to check by hand. */
export const brief = (lines: readonly LineItem[]) =>
  lines.map(({ item, quantity, unitPrice, monthlyMicros, date }) => [
    item,
    quantity,
    unitPrice,
    monthlyMicros === null ? null : monthlyMicros / 1e6,
    date,
  ]);

export const zonal = (settings: JsonObject = {}): Placed => ({ parent: 'web-a', subnets: [], settings });
export const regional = (settings: JsonObject = {}): Placed => ({ parent: 'region', subnets: [], settings });
export const worldwide = (settings: JsonObject = {}): Placed => ({ parent: null, subnets: [], settings });
