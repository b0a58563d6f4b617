import { describe, expect, it } from 'vitest';
import { chain, manyActors, manySites, manyZones, mesh, oneSubnet } from '../testing/hostile-designs';
import { resolve } from '../topology/resolve';
import { availability } from './availability';
import { simulate } from './outage';
import { recovery } from './recovery';

describe('hostile designs', () => {
  it.each([
    { name: '2,000 elements in one subnet', make: () => oneSubnet(2000), cutShort: [true, false] },
    { name: 'a full mesh of 100', make: () => mesh(100), cutShort: [false, false] },
    { name: 'a chain of 2,000', make: () => chain(2000, false), cutShort: [false, false] },
    { name: 'a cycle of 2,000', make: () => chain(2000, true), cutShort: [false, false] },
    { name: '200 zones without a Region', make: () => manyZones(200), cutShort: [false, true] },
    { name: '1,200 actors on a chain of 1,200', make: () => manyActors(1200, 1200), cutShort: [true, true] },
    { name: 'sites of 1,000 elements', make: () => manySites(1000), cutShort: [false, false] },
  ])('$name: finishes, and says whether it was cut short', ({ make, cutShort }) => {
    const topology = resolve(make());
    const [zone] = topology.zones;
    const [service] = topology.services.slice(-1);
    const outage = simulate(topology, [
      zone ? { kind: 'zone', id: zone.id } : { kind: 'element', id: service?.id ?? '' },
    ]);
    const report = availability(topology);
    expect([outage.cutShort, report.cutShort]).toEqual(cutShort);
    expect(outage.services.some(({ state }) => state === 'down')).toBe(true);
    for (const { availability: value } of report.entries) expect(value >= 0 && value <= 1).toBe(true);
    expect(recovery(topology).services.every(({ rto }) => rto.minutes === null || rto.minutes >= 0)).toBe(true);
  });
});
