import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDesign } from '../model/format/parse';
import { resolve } from '../topology/resolve';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';
import { writeBill } from './report/bill-report';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const books = await loadBundledBooks();
const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.stratiform'));

/** Each line with formula, source and date, for a person to check against AWS's price pages. After a wanted change: `npx vitest run shared/pricing/golden -u`. */
describe('the bill of each example, line by line', () => {
  it('covers the examples', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)('%s', async (name) => {
    const design = parseDesign(readFileSync(join(EXAMPLES, name), 'utf8'));
    if (!design.ok) throw new Error(design.error.message);
    const bill = estimate(resolve(design.value), books);
    expect(bill.total.micros).toBe(bill.lines.reduce((sum, { monthlyMicros }) => sum + (monthlyMicros ?? 0), 0));
    const text = writeBill(design.value, bill, 'csv').replaceAll('\r\n', '\n');
    await expect(text).toMatchFileSnapshot(`golden/${name.replace('.stratiform', '.csv')}`);
  });
});
