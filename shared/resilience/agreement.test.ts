import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { availability } from './availability';
import { simulate } from './outage';
import { type SlaFigure, type SlaFigures, slaFigures } from './sla-figures';

const PARTS = 7;
const never: SlaFigure = { percent: 100, source: 'test', date: '2026-01-01', unverified: true };
/** Zones never fail and fleets have no limit, so that only the parts themselves count. */
const figures: SlaFigures = { ...slaFigures, zone: never, fleet: null };

interface Sketch {
  readonly machines: readonly boolean[];
  readonly calls: readonly (readonly [number, number])[];
  readonly first: readonly number[];
  readonly standIn: boolean;
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  machines: fc.array(fc.boolean(), { minLength: PARTS, maxLength: PARTS }),
  calls: fc.array(fc.tuple(fc.nat(PARTS - 1), fc.nat(PARTS - 1)), { maxLength: 9 }),
  first: fc.uniqueArray(fc.nat(PARTS - 1), { minLength: 1, maxLength: 3 }),
  standIn: fc.boolean(),
});

/** Functions and machines that call one another anyhow; the last one may stand in for the first. */
function draw({ machines, calls, first, standIn }: Sketch): Topology {
  const builder = buildNetwork(['a'], { web: 'private' }).add('users', 'users');
  machines.forEach((isMachine, index) => {
    if (isMachine) builder.add(`p${index}`, 'ec2-instance', { parent: 'web-a', tier: 'tier-web' });
    else builder.add(`p${index}`, 'lambda-function', { parent: 'region' });
  });
  for (const index of first) builder.connect('traffic', 'users', `p${index}`);
  for (const [from, to] of calls) if (from !== to) builder.connect('traffic', `p${from}`, `p${to}`);
  if (standIn) builder.connect('failover', 'p0', `p${PARTS - 1}`);
  return resolve(builder.build());
}

const UP = [0.9, 0.8, 0.7, 0.95, 0.6, 0.85, 0.75];
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
      standIn: true,
    });
    const [entry] = availability(topology, { figures, overrides }).entries;
    expect(entry?.availability).toBeCloseTo(1 - (1 - 0.75) * (1 - 0.8 * (1 - (1 - 0.9) * (1 - 0.95))), 12);
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
