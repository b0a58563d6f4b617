import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMonthly, formatUnitPrice, formatUsd, toMicros } from './money';

describe('money', () => {
  it('multiplies without binary rounding', () => {
    expect(toMicros(730, 0.0416)).toBe(30_368_000);
    expect(toMicros(3, 0.0000005)).toBe(2);
    expect(toMicros(1, 0.0000005)).toBe(1);
    expect(toMicros(17_500, 0.0000166667)).toBe(291_667);
  });

  it('agrees with exact decimal arithmetic', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (quantity, micro) => {
        expect(toMicros(quantity, micro / 1_000_000)).toBe(quantity * micro);
      }),
    );
  });

  it('shows dollars and cents', () => {
    expect(formatUsd(1_234_560_000)).toBe('$1,234.56');
    expect(formatUsd(0)).toBe('$0.00');
    expect(formatUsd(4_999)).toBe('<$0.01');
    expect(formatUsd(-9_000_000)).toBe('-$9.00');
    expect(formatUsd(-1)).toBe('$0.00');
    expect(formatUnitPrice(0.0000166667)).toBe('$0.0000166667');
    expect(formatUnitPrice(0.1)).toBe('$0.10');
  });

  it('marks lower bounds and unknown prices', () => {
    const figure = { micros: 1_234_560_000, isLowerBound: false, isUnpriced: false };
    expect(formatMonthly(figure)).toBe('$1,234.56/mo');
    expect(formatMonthly({ ...figure, isLowerBound: true })).toBe('≥ $1,234.56/mo');
    expect(formatMonthly({ micros: 0, isLowerBound: true, isUnpriced: true })).toBe('–');
  });
});
