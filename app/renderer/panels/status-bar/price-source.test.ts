import { expect, it } from 'vitest';
import { loadBundledBooks } from '../../../../shared/pricing/bundled-books';
import { estimate } from '../../../../shared/pricing/estimate';
import { buildNetwork } from '../../../../shared/testing/builder';
import { resolve } from '../../../../shared/topology/resolve';
import { describePriceSource } from './price-source';

it('names the origin and a date', async () => {
  const design = buildNetwork(['a'], { web: 'public' }).add('nat', 'nat-gateway', { parent: 'web-a' }).build();
  const bill = estimate(resolve(design), await loadBundledBooks());
  expect(describePriceSource(bill)).toMatch(/^bundled prices, .*20\d\d/);
});

it('says nothing where no price was used', () => {
  expect(describePriceSource({ lines: [] })).toBe('');
  expect(describePriceSource(null)).toBe('');
});
