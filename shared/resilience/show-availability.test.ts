import { describe, expect, it } from 'vitest';
import { showAvailability, showMinutesDown, showShare, showTarget, worstEntry } from './show-availability';

const estimate = (availability: number) => ({ availability, minutesDown: 0, atMost: false, unknown: [], limiting: [] });

describe('availability in words', () => {
  it.each([
    [0.5, '50.00 %'],
    [0.9972, '99.72 %'],
    [0.997195, '99.72 %'],
    [0.99899, '99.90 %'],
    [0.99949, '99.949 %'],
    [0.99989, '99.989 %'],
    [0.9999, '99.9900 %'],
    [0.999, '99.900 %'],
    [0.9999999, '99.9999 %'],
    [1, '100 %'],
    [0, '0.00 %'],
  ])('shows %f as %s', (share, text) => expect(showShare(share)).toBe(text));

  it.each([
    [0.9995, '99.95 %'],
    [0.9999, '99.99 %'],
    [0.99999, '99.999 %'],
    [1, '100 %'],
  ])('shows the target %f as it was stated: %s', (share, text) => expect(showTarget(share)).toBe(text));

  it('says whether the figure is an upper bound', () => {
    expect(showAvailability({ availability: 0.995, atMost: false })).toBe('≈ 99.50 %');
    expect(showAvailability({ availability: 0.995, atMost: true })).toBe('≤ 99.50 %');
  });

  it.each([
    [0, '0 minutes a month'],
    [0.2, 'less than a minute a month'],
    [1.2, '1 minute a month'],
    [122.4, '122 minutes a month'],
  ])('shows %f minutes as %s', (minutesDown, text) => expect(showMinutesDown({ minutesDown })).toBe(text));

  it('takes the entry that fares worst', () => {
    const [a, b] = [estimate(0.99), estimate(0.98)];
    expect(worstEntry([a, b])).toBe(b);
    expect(worstEntry([])).toBeUndefined();
  });
});
