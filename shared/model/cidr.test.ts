import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cidr, cidrSize, containsCidr, formatCidr, nextFreeCidr, overlapsCidr, parseCidr } from './cidr';

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is no CIDR block.`);
  return parsed;
};

const cidrArbitrary: fc.Arbitrary<Cidr> = fc
  .record({ address: fc.nat(2 ** 32 - 1), prefix: fc.integer({ min: 0, max: 32 }) })
  .map(({ address, prefix }) => ({ base: Math.floor(address / 2 ** (32 - prefix)) * 2 ** (32 - prefix), prefix }));

describe('CIDR blocks', () => {
  it('read back as they are written', () => {
    fc.assert(
      fc.property(cidrArbitrary, (block) => {
        expect(parseCidr(formatCidr(block))).toEqual(block);
      }),
    );
  });

  it.each(['', '10.0.0.0', '10.0.0.0/33', '256.0.0.0/8', '10.0.0.1/24', '10.0.0/24', 'a.b.c.d/8', ' 10.0.0.0/8'])(
    'refuses %j',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  it('overlap exactly when one contains the other', () => {
    fc.assert(
      fc.property(cidrArbitrary, cidrArbitrary, (a, b) => {
        expect(overlapsCidr(a, b)).toBe(containsCidr(a, b) || containsCidr(b, a));
      }),
    );
  });

  it('has the size its prefix says', () => {
    expect([cidrSize(cidr('10.0.0.0/16')), cidrSize(cidr('10.0.0.0/32'))]).toEqual([65536, 1]);
  });
});

describe('nextFreeCidr', () => {
  const outer = cidr('10.0.0.0/16');

  it('takes the lowest gap', () => {
    const taken = ['10.0.0.0/24', '10.0.2.0/24'].map(cidr);
    expect(nextFreeCidr(outer, taken, 24)).toEqual(cidr('10.0.1.0/24'));
    expect(nextFreeCidr(outer, taken, 23)).toEqual(cidr('10.0.4.0/23'));
  });

  it('gives up when all is taken or the block is too large', () => {
    expect(nextFreeCidr(outer, [outer], 24)).toBeUndefined();
    expect(nextFreeCidr(outer, [], 8)).toBeUndefined();
    expect(nextFreeCidr(cidr('10.0.0.0/24'), ['10.0.0.0/25', '10.0.0.128/25'].map(cidr), 28)).toBeUndefined();
  });

  it('hands out blocks inside that never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 17, max: 28 }), { maxLength: 30 }), (prefixes) => {
        const taken: Cidr[] = [];
        for (const prefix of prefixes) {
          const free = nextFreeCidr(outer, taken, prefix);
          if (!free) continue;
          expect(containsCidr(outer, free)).toBe(true);
          expect(taken.some((other) => overlapsCidr(other, free))).toBe(false);
          taken.push(free);
        }
      }),
    );
  });
});
