import { describe, expect, it } from 'vitest';
import { orderTiers, readFreeAllowance, readTierName, readUnitSize, type TierName } from './tiers';

const tiersOf = (unit: string, ...names: string[]) =>
  orderTiers(
    'a price',
    names
      .map((name) => ({ name, tier: readTierName(name, unit) }))
      .filter((entry): entry is { name: string; tier: TierName } => entry.tier !== undefined),
  ).map(({ entry, from, to }) => [entry.name, from, to]);

describe('tiers', () => {
  it('orders volume tiers and makes 1 TB 1,024 GB', () => {
    expect(tiersOf('GB', 'over 150TB', 'next 100TB', 'first 10TB', 'next 40TB')).toEqual([
      ['first 10TB', 0, 10_240],
      ['next 40TB', 10_240, 51_200],
      ['next 100TB', 51_200, 153_600],
      ['over 150TB', 153_600, null],
    ]);
  });

  it('states bounds in the unit of the price', () => {
    expect(tiersOf('1M queries', 'first 1B', 'over 1B')).toEqual([
      ['first 1B', 0, 1000],
      ['over 1B', 1000, null],
    ]);
  });

  it('reads ranges and repeated next', () => {
    expect(tiersOf('IOPS-month', 'over 64000', '32001-64000', 'first 32000')).toEqual([
      ['first 32000', 0, 32_000],
      ['32001-64000', 32_000, 64_000],
      ['over 64000', 64_000, null],
    ]);
    expect(tiersOf('GB', 'next next 20TB', 'over 50TB', 'first 10TB', 'next 20TB').map(([name]) => name)).toEqual([
      'first 10TB',
      'next 20TB',
      'next next 20TB',
      'over 50TB',
    ]);
  });

  it('leaves the last tier bounded where no further price is known', () => {
    expect(tiersOf('GB', 'first 10TB', 'next 40TB').at(-1)).toEqual(['next 40TB', 10_240, 51_200]);
  });

  it('rejects tiers that do not join', () => {
    expect(() => tiersOf('GB', 'first 10TB', 'over 50TB')).toThrow(/do not join/);
  });

  it('does not take a storage tier for a volume tier', () => {
    expect(readTierName('archive', 'GB-month')).toBeUndefined();
  });

  it('reads unit sizes and free allowances', () => {
    expect(['hour', '1M requests', '10000 requests', '100k notifications'].map(readUnitSize)).toEqual([
      1, 1_000_000, 10_000, 100_000,
    ]);
    expect(readFreeAllowance('first 1M/month', '1M requests')).toBe(1);
    expect(readFreeAllowance('first 1k', '100k notifications')).toBe(0.01);
  });
});
