import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { availability } from './availability';
import { simulate } from './outage';
import { type SlaFigure, type SlaFigures, slaFigures } from './sla-figures';

const UP = [0.9, 0.8, 0.7, 0.95, 0.6, 0.85, 0.75];
const PARTS = UP.length;
const never: SlaFigure = { percent: 100, source: 'test', date: '2026-01-01', unverified: true };
/** Zones never fail and fleets have no limit, so that only the parts themselves count. */
const figures: SlaFigures = { ...slaFigures, zone: never, fleet: null };

interface Sketch {
  readonly machines: readonly boolean[];
  readonly calls: readonly (readonly [number, number])[];
  readonly first: readonly number[];
  /** Pairs of which the second stands in for the first. */
  readonly standIns: readonly (readonly [number, number])[];
}

const LAST_FOR_FIRST = [0, PARTS - 1] as const;

const sketch: fc.Arbitrary<Sketch> = fc.record({
  machines: fc.array(fc.boolean(), { minLength: PARTS, maxLength: PARTS }),
  calls: fc.array(fc.tuple(fc.nat(PARTS - 1), fc.nat(PARTS - 1)), { maxLength: 9 }),
  first: fc.uniqueArray(fc.nat(PARTS - 1), { minLength: 1, maxLength: 3 }),
  standIns: fc.constantFrom<Sketch['standIns']>([], [LAST_FOR_FIRST]),
});

/** Functions and machines that call one another anyhow, and stand-ins for some. */
function draw({ machines, calls, first, standIns }: Sketch): Topology {
  const builder = buildNetwork(['a'], { web: 'private' }).add('users', 'users');
  UP.forEach((_, index) => {
    if (machines[index]) builder.add(`p${index}`, 'ec2-instance', { parent: 'web-a', tier: 'tier-web' });
    else builder.add(`p${index}`, 'lambda-function', { parent: 'region' });
  });
  for (const index of first) builder.connect('traffic', 'users', `p${index}`);
  for (const [from, to] of calls) if (from !== to) builder.connect('traffic', `p${from}`, `p${to}`);
  for (const [from, to] of standIns) builder.connect('failover', `p${from}`, `p${to}`);
  return resolve(builder.build());
}

const overrides = new Map(UP.map((a, index) => [`p${index}`, a]));

/** Σ over all sets of parts that fail together of P(set) · [no path of the users is broken], asked of the outage. */
function sumOverOutages(topology: Topology): number {
  let sum = 0;
  for (let mask = 0; mask < 1 << PARTS; mask += 1) {
    const failed = UP.flatMap((_, index) =>
      (mask >> index) & 1 ? [{ kind: 'element' as const, id: `p${index}` }] : [],
    );
    const probability = UP.reduce((product, a, index) => product * ((mask >> index) & 1 ? 1 - a : a), 1);
    if (simulate(topology, failed).entries.every(({ brokenPaths }) => brokenPaths.length === 0)) sum += probability;
  }
  return sum;
}

describe('availability and outages', () => {
  it('two of three ways share a need B: A = 1 − (1 − C) · (1 − B · (1 − (1 − A1)(1 − A2)))', () => {
    // p0 and p3 are copies that need p1; p6 stands in for them and needs nothing.
    const machines = [true, false, false, true, false, false, false];
    const topology = draw({
      machines,
      calls: [
        [0, 1],
        [3, 1],
      ],
      first: [6],
      standIns: [LAST_FOR_FIRST],
    });
    const [entry] = availability(topology, { figures, overrides }).entries;
    expect(entry?.availability).toBeCloseTo(1 - (1 - 0.75) * (1 - 0.8 * (1 - (1 - 0.9) * (1 - 0.95))), 12);
  });

  it('a way needs B or its stand-in C: A = 1 − (1 − A1 · (1 − (1 − B)(1 − C))) · (1 − A2)', () => {
    const topology = draw({
      machines: [],
      calls: [[0, 1]],
      first: [0],
      standIns: [LAST_FOR_FIRST, [1, 2]],
    });
    const [entry] = availability(topology, { figures, overrides }).entries;
    expect(entry?.availability).toBeCloseTo(1 - (1 - 0.9 * (1 - (1 - 0.8) * (1 - 0.7))) * (1 - 0.75), 12);
  });

  it('what any stand-in B or C needs counts as needed: A = 1 − (1 − A1 · (1 − (1 − B)(1 − C)) · D) · (1 − A2)', () => {
    const topology = draw({
      machines: [],
      calls: [
        [0, 1],
        [2, 3],
      ],
      first: [0],
      standIns: [LAST_FOR_FIRST, [1, 2]],
    });
    const [entry] = availability(topology, { figures, overrides }).entries;
    expect(entry?.availability).toBeCloseTo(1 - (1 - 0.9 * (1 - (1 - 0.8) * (1 - 0.7)) * 0.95) * (1 - 0.75), 12);
  });

  it('never differ upwards where stand-ins need what has stand-ins: A(entry) ≤ Σ', () => {
    const pair = fc.tuple(fc.nat(PARTS - 1), fc.nat(PARTS - 1)).filter(([from, to]) => from !== to);
    const nested = fc
      .tuple(sketch, fc.array(pair, { minLength: 2, maxLength: 3 }))
      .map(([drawn, standIns]): Sketch => ({ ...drawn, standIns }));
    fc.assert(
      fc.property(nested, (drawn) => {
        const topology = draw(drawn);
        const [entry] = availability(topology, { figures, overrides }).entries;
        expect(entry?.availability).toBeLessThanOrEqual(sumOverOutages(topology) + 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('agree: A(entry) = Σ over sets of failures of P(set) · [the entry still works]', () => {
    fc.assert(
      fc.property(sketch, (drawn) => {
        const topology = draw(drawn);
        const [entry] = availability(topology, { figures, overrides }).entries;
        expect(entry?.availability).toBeCloseTo(sumOverOutages(topology), 10);
      }),
      { numRuns: 60 },
    );
  });
});
