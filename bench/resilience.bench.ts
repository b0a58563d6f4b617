import { availability } from '../shared/resilience/availability';
import { simulate } from '../shared/resilience/outage';
import { recovery } from '../shared/resilience/recovery';
import { chain, manyActors, manySites, manyZones, mesh, oneSubnet } from '../shared/testing/hostile-designs';
import { resolve } from '../shared/topology/resolve';
import { timeRuns } from './measure';

/** Targets: an outage within 5 ms and an estimate within 25 ms at 1,000 elements; seconds at most for the rest. */
const designs = {
  'sites of 1,000 elements': () => manySites(1000),
  'sites of 10,000 elements': () => manySites(10_000),
  '10,000 elements in one subnet': () => oneSubnet(10_000),
  'full mesh of 500': () => mesh(500),
  'chain of 10,000': () => chain(10_000, false),
  'cycle of 10,000': () => chain(10_000, true),
  '1,000 zones without a Region': () => manyZones(1000),
  '3,000 actors on a chain of 3,000': () => manyActors(3000, 3000),
};

const best = (work: () => unknown): number => Number(timeRuns(work, 300).best.toFixed(2));

const rows = Object.entries(designs).map(([name, make]) => {
  const topology = resolve(make());
  const [zone] = topology.zones;
  const [service] = topology.services.slice(-1);
  const failures = [{ kind: zone ? 'zone' : 'element', id: zone?.id ?? service?.id ?? '' } as const];
  const cut = [
    simulate(topology, failures).cutShort ? 'outage' : '',
    availability(topology).cutShort ? 'availability' : '',
  ];
  return {
    design: name,
    'outage ms': best(() => simulate(topology, failures)),
    'availability ms': best(() => availability(topology)),
    'recovery ms': best(() => recovery(topology)),
    'cut short': cut.filter(Boolean).join(', '),
  };
});
console.table(rows);
