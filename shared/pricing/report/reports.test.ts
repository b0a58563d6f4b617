import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../testing/builder';
import { resolve } from '../../topology/resolve';
import type { JsonObject } from '../../util/json';
import { loadBundledBooks } from '../bundled-books';
import { estimate } from '../estimate';
import { formatInCurrency } from '../money';
import { priceDiff } from '../price-diff';
import { writeBill } from './bill-report';
import { formatChange, writePriceDiff } from './diff-report';

const books = await loadBundledBooks();

const draw = (settings: JsonObject, name = 'Web') =>
  buildNetwork(['a'], { web: 'private' }).add('web', 'ec2-instance', { parent: 'web-a', settings, name }).build();
const changed = (design: ReturnType<typeof draw>, settings: JsonObject) => ({
  ...design,
  header: { ...design.header, settings },
});
const billOf = (design: ReturnType<typeof draw>) => estimate(resolve(design), books);

describe('a bill written out', () => {
  it('holds every line with its formula and source', () => {
    const design = draw({ instanceType: 'm5.large' });
    const csv = writeBill(design, billOf(design), 'csv');
    expect(csv).toMatch(/^Element,Item,Description,Formula,USD a month/);
    expect(csv).toMatch(/Web,instance-hours,"m5.large, Linux, On-Demand",1 instance × 730 h × \$0.096,70.080000/);
    expect(writeBill(design, billOf(design), 'text')).toMatch(/Total: \$72\.48\/mo/);
    expect(writeBill(design, billOf(design), 'markdown')).toMatch(/\| Web \| m5\.large, Linux, On-Demand \|/);
  });

  it('adds up exactly in JSON', () => {
    const design = draw({});
    const { monthly, lines } = JSON.parse(writeBill(design, billOf(design), 'json'));
    const sum = lines.reduce((micros: number, line: { monthly: string | null }) => {
      return micros + Math.round(Number(line.monthly ?? 0) * 1_000_000);
    }, 0);
    expect(sum).toBe(Math.round(Number(monthly) * 1_000_000));
  });

  it('says for which scenario, plan and budget it is', () => {
    const design = changed(draw({ instanceType: 'm5.large' }), {
      scenario: 'launch-day',
      purchase: 'reserved-1y-no',
      monthlyBudget: 40,
    });
    const bill = billOf(design);
    expect(writeBill(design, bill, 'text')).toMatch(
      /Total: .*\(Launch day, Reserved 1 year, nothing upfront, 730 hours\)\nBudget: \$40\.00\/mo, exceeded\n/,
    );
    expect(JSON.parse(writeBill(design, bill, 'json'))).toMatchObject({
      version: 2,
      hoursPerMonth: 730,
      scenario: { id: 'launch-day', name: 'Launch day' },
      purchase: 'reserved-1y-no',
      budget: '40.000000',
    });
  });

  it('says how long capacity is on and what the total is in another currency', () => {
    const design = changed(draw({ instanceType: 'm5.large' }), {
      hoursPerMonth: 220,
      currency: 'EUR',
      currencyPerUsd: 0.5,
    });
    const bill = billOf(design);
    // 220 h × $0.096 and 30 GB × $0.08.
    expect(writeBill(design, bill, 'text')).toMatch(
      /Total: \$23\.52\/mo \(Expected, On-Demand, capacity on for 220 of 730 hours\)\nIn EUR: ≈ €11\.76 a month, at 0\.5 for a US dollar\n/,
    );
    const half = changed(design, { currency: 'EUR' });
    expect(writeBill(half, billOf(half), 'text')).not.toContain('EUR');
    expect(JSON.parse(writeBill(design, bill, 'json'))).toMatchObject({ currency: 'USD', capacityHours: 220 });
  });

  it('keeps names from becoming formulas or markup', () => {
    const design = draw({}, '=HYPERLINK("http://x")|<b>');
    expect(writeBill(design, billOf(design), 'csv')).toContain(`"'=HYPERLINK(""http://x"")|<b>"`);
    expect(writeBill(design, billOf(design), 'markdown')).toContain('\\|\\<b\\>');
  });
});

describe('the difference of two bills', () => {
  const before = draw({ instanceType: 'm5.large' });
  const after = draw({ instanceType: 'm5.xlarge', volumeGb: 30, publicIp: true });
  const diff = priceDiff(billOf(before), billOf(after));

  it('names what changed; the changes add up to the change of the total', () => {
    expect(diff.lines.map((line) => [(line.after ?? line.before)?.item, line.change])).toEqual([
      ['instance-hours', 70_080_000],
      ['public-ipv4', 3_650_000],
    ]);
    expect(diff.elements.map(({ id, change }) => [id, change])).toEqual([['web', 73_730_000]]);
    expect(diff.change).toBe(diff.lines.reduce((sum, { change }) => sum + change, 0));
  });

  it('is empty between equal bills', () => {
    expect(priceDiff(billOf(before), billOf(draw({ instanceType: 'm5.large' })))).toMatchObject({
      change: 0,
      lines: [],
    });
  });

  it('can be written out', () => {
    expect(writePriceDiff(before, after, diff, 'text')).toMatch(/\+\$70\.08/);
    expect(JSON.parse(writePriceDiff(before, after, diff, 'json')).monthly.change).toBe('73.730000');
    expect(writePriceDiff(before, after, diff, 'csv')).toMatch(/,73|,70\.080000/);
    expect([formatChange(0), formatChange(-5_000_000)]).toEqual(['±$0.00', '−$5.00']);
  });
});

describe('another currency', () => {
  it('is shown at the stated rate', () => {
    expect(formatInCurrency(100_000_000, { code: 'EUR', perUsd: 0.92 })).toBe('≈ €92.00');
    expect(() => formatInCurrency(1, { code: 'euro', perUsd: 1 })).toThrow(/not a currency/);
  });
});
