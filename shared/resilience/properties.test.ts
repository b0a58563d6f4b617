import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, makeConnection, makeElement } from '../model/design';
import { architectureArbitrary } from '../testing/arbitraries';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { availability } from './availability';
import type { Failure } from './failures';
import { type Outage, simulate } from './outage';
import type { RecoveryFigure } from './recovery-times';

const RUNS = { numRuns: 100 };
const RANK = { up: 0, degraded: 1, down: 2 } as const;
const minutes = ({ minutes: value }: RecoveryFigure): number => value ?? Number.POSITIVE_INFINITY;

/** Everything that can be made to fail in a design. */
const failuresOf = (topology: Topology): Failure[] => [
  ...topology.zones.map(({ id }) => ({ kind: 'zone' as const, id })),
  ...topology.regions.map(({ id }) => ({ kind: 'region' as const, id })),
  ...topology.services.map(({ id }) => ({ kind: 'element' as const, id })),
];

const choose = <T>(items: readonly T[], picks: readonly number[]): T[] =>
  picks.flatMap((pick) => items[pick % Math.max(1, items.length)] ?? []);

function expectNoBetter(less: Outage, more: Outage): void {
  less.services.forEach((before, index) => {
    const after = more.services[index];
    expect(RANK[after?.state ?? 'up'], before.id).toBeGreaterThanOrEqual(RANK[before.state]);
  });
  less.entries.forEach((before, index) => {
    const after = more.entries[index];
    expect(RANK[after?.state ?? 'up'], before.id).toBeGreaterThanOrEqual(RANK[before.state]);
    expect(after?.darkTiers).toEqual(expect.arrayContaining([...before.darkTiers]));
  });
  less.tiers.forEach((before, index) => {
    expect(more.tiers[index]?.percent).toBeLessThanOrEqual(before.percent);
  });
  for (const before of less.recoveries) {
    const after = more.recoveries.find(({ id }) => id === before.id);
    expect(after && minutes(after.rto), before.id).toBeGreaterThanOrEqual(minutes(before.rto));
    expect(after && minutes(after.rpo), before.id).toBeGreaterThanOrEqual(minutes(before.rpo));
  }
}

const design = fc.oneof(architectureArbitrary(20, 'any'), architectureArbitrary(20, 'legal'));
const picks = fc.array(fc.nat(10_000), { maxLength: 4 });

describe('an outage', () => {
  it('gets no better with more failures', () => {
    fc.assert(
      fc.property(design, picks, fc.nat(10_000), (drawn, some, another) => {
        const topology = resolve(drawn);
        const all = failuresOf(topology);
        const failures = choose(all, some);
        expectNoBetter(simulate(topology, failures), simulate(topology, [...failures, ...choose(all, [another])]));
      }),
      RUNS,
    );
  });

  it('of nothing changes nothing', () => {
    fc.assert(
      fc.property(design, (drawn) => {
        const outage = simulate(resolve(drawn), []);
        expect(outage.services.filter(({ state, cutOff }) => state !== 'up' || cutOff)).toEqual([]);
        expect(outage.entries.filter(({ state }) => state !== 'up')).toEqual([]);
        expect(outage.tiers.filter(({ percent }) => percent !== 100)).toEqual([]);
        expect([outage.lostSessions, outage.recoveries]).toEqual([[], []]);
      }),
      RUNS,
    );
  });

  it('says why wherever something is not up, and how the broken paths run', () => {
    fc.assert(
      fc.property(design, picks, (drawn, some) => {
        const topology = resolve(drawn);
        const outage = simulate(topology, choose(failuresOf(topology), some));
        for (const { state, reasons } of outage.services) expect(reasons.length > 0).toBe(state !== 'up');
        for (const { path, deadEnd } of outage.entries.flatMap(({ brokenPaths }) => brokenPaths)) {
          expect(path.at(-1)).toBe(deadEnd);
          expect(outage.services.find(({ id }) => id === deadEnd)?.cause).toBe('lost');
          for (let at = 1; at < path.length; at += 2) {
            const link = topology.link(path[at] ?? '');
            expect([link?.from.id, link?.to.id]).toEqual([path[at - 1], path[at + 1]]);
          }
        }
      }),
      RUNS,
    );
  });

  it('leaves the document as it was', () => {
    fc.assert(
      fc.property(design, picks, (drawn, some) => {
        const before = structuredClone(drawn);
        const topology = resolve(drawn);
        simulate(topology, choose(failuresOf(topology), some));
        availability(topology);
        expect(drawn).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** The design with a machine more: a copy of `id` in another subnet, with the same connections. */
function withCopy(drawn: Design, id: string, subnet: string): Design {
  const original = drawn.elements.get(id);
  if (!original) return drawn;
  const elements = new Map(drawn.elements);
  elements.set('copy', makeElement({ ...original, id: 'copy', parent: subnet }));
  const connections = new Map(drawn.connections);
  for (const { id: line, kind, from, to, settings } of drawn.connections.values()) {
    if (kind === 'failover') continue;
    if (from === id)
      connections.set(`copy-${line}`, makeConnection({ id: `copy-${line}`, kind, from: 'copy', to, settings }));
    if (to === id)
      connections.set(`copy-${line}`, makeConnection({ id: `copy-${line}`, kind, from, to: 'copy', settings }));
  }
  return { ...drawn, elements, connections };
}

const withSubnets = (drawn: Design, id: string, subnets: readonly string[]): Design => {
  const original = drawn.elements.get(id);
  if (!original) return drawn;
  return { ...drawn, elements: new Map([...drawn.elements, [id, { ...original, subnets }]]) };
};

const worst = (drawn: Design): number[] => availability(resolve(drawn)).entries.map((entry) => entry.availability);

function expectNoLower(before: Design, after: Design): void {
  const now = worst(after);
  worst(before).forEach((value, index) => {
    expect(now[index]).toBeGreaterThanOrEqual(value - 1e-12);
  });
}

describe('availability', () => {
  it('lies between 0 and 1, and the minutes between 0 and 43,800', () => {
    fc.assert(
      fc.property(design, (drawn) => {
        const report = availability(resolve(drawn));
        for (const estimate of [...report.entries, ...report.tiers, ...report.entries.flatMap(({ tiers }) => tiers)]) {
          expect(estimate.availability).toBeGreaterThanOrEqual(0);
          expect(estimate.availability).toBeLessThanOrEqual(1);
          expect(estimate.minutesDown).toBeCloseTo((1 - estimate.availability) * 43_800, 6);
          expect(estimate.limiting.length).toBeLessThanOrEqual(3);
        }
        expect(report.cutShort).toBe(false);
      }),
      RUNS,
    );
  });

  it('never falls when a machine of a stateless tier gets a copy in another zone', () => {
    let tried = 0;
    fc.assert(
      fc.property(architectureArbitrary(12, 'legal'), fc.nat(100), fc.nat(100), (drawn, which, where) => {
        const topology = resolve(drawn);
        const alone = topology
          .ofKind('ec2-instance')
          .filter(
            ({ role, id }) =>
              role !== 'database' &&
              role !== 'cache' &&
              !topology.links.some((link) => link.kind === 'failover' && (link.from.id === id || link.to.id === id)),
          );
        const [machine] = choose(alone, [which]);
        const others = topology.subnets.filter(
          ({ zone, vpc }) => zone && vpc === machine?.vpc && !machine?.zones.includes(zone),
        );
        const [subnet] = choose(others, [where]);
        if (!machine || !subnet) return;
        tried += 1;
        expectNoLower(drawn, withCopy(drawn, machine.id, subnet.id));
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  it('never falls when a managed service gets a second zone', () => {
    const KINDS = ['rds-instance', 'application-load-balancer', 'elasticache-redis', 'efs'] as const;
    let tried = 0;
    fc.assert(
      fc.property(architectureArbitrary(12, 'legal'), fc.nat(100), (drawn, which) => {
        const topology = resolve(drawn);
        const single = KINDS.flatMap((kind) => topology.ofKind(kind)).filter(({ subnets }) => subnets.length === 1);
        const [service] = choose(single, [which]);
        const spare = topology.subnets.find(({ zone }) => zone && !service?.zones.includes(zone));
        if (!service || !spare) return;
        tried += 1;
        expectNoLower(drawn, withSubnets(drawn, service.id, [...service.element.subnets, spare.id]));
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(20);
  });
});
