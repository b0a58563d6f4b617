import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { architectureArbitrary } from '../testing/arbitraries';
import { manyActors } from '../testing/hostile-designs';
import { buildHealthySite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { Service, Topology } from '../topology/topology';
import { gatherFacts } from './facts';
import { analyseLosses } from './graph/losses';
import { validate } from './validate';

/*
 * The oracle: takes each element and each zone away, one at a time, and looks what users still reach. It is written from
 * the meaning of the settings alone and shares nothing with the graph code it judges.
 */

interface Loss {
  readonly element?: string;
  readonly zone?: string;
}

const flag = (service: Service, key: string): boolean => service.element.settings[key] === true;
const figure = (service: Service, key: string, otherwise: number): number => {
  const value = service.element.settings[key];
  return typeof value === 'number' ? value : otherwise;
};

/** Whether the service still serves by itself after the loss. */
function stands(service: Service, { element, zone }: Loss): boolean {
  if (
    [
      'internet-gateway',
      'lambda-function',
      'dynamodb-table',
      's3-bucket',
      'sqs-queue',
      'kinesis-stream',
      'cloudtrail',
    ].includes(service.kind)
  )
    return true;
  const zones = [...new Set(service.subnets.map((subnet) => subnet.zone?.id ?? ''))];
  const lost = element === service.id;
  const homeLost = zone !== undefined && zones[0] === zone;
  switch (service.kind) {
    case 'ec2-instance':
    case 'bastion-host':
    case 'nat-gateway':
      return !lost && !homeLost;
    case 'application-load-balancer':
    case 'network-load-balancer':
      return zones.length >= 2 || !(lost || homeLost);
    // AWS's end lies in two zones; the other end is one device or two.
    case 'vpn-connection':
      return !lost || service.element.settings.customerGateways === 'two';
    case 'efs': {
      const homes = flag(service, 'oneZone') ? zones.slice(0, 1) : zones;
      return homes.length >= 2 || !(lost || homeLost);
    }
    case 'rds-instance':
      return (flag(service, 'multiAz') && zones.length >= 2) || !(lost || homeLost);
    case 'aurora-cluster':
      return copiesStand(figure(service, 'instances', 1), zones, lost, zone);
    case 'elasticache-memcached':
      return copiesStand(figure(service, 'nodes', 1), zones, lost, zone);
    case 'auto-scaling-group':
    case 'ecs-service':
      return groupStands(service, zones, lost, zone);
    case 'elasticache-redis':
      return cacheStands(service, zones, lost, zone);
    default:
      throw new Error(`The oracle does not know ${service.kind}.`);
  }
}

function copiesStand(copies: number, zones: readonly string[], lost: boolean, zone: string | undefined): boolean {
  if (lost) return copies >= 2;
  const used = zones.slice(0, copies);
  return zone === undefined || !used.includes(zone) || used.length >= 2;
}

function groupStands(service: Service, zones: readonly string[], lost: boolean, zone: string | undefined): boolean {
  const min = figure(service, 'min', 2);
  const max = Math.max(figure(service, 'max', 4), min);
  const running = Math.min(Math.max(figure(service, 'desired', 2), min), max);
  if (lost) return min >= 2;
  const used = zones.slice(0, running);
  return zone === undefined || !used.includes(zone) || (used.length >= 2 && min >= 2);
}

function cacheStands(service: Service, zones: readonly string[], lost: boolean, zone: string | undefined): boolean {
  const replicas = figure(service, 'replicas', 0);
  const takesOver = flag(service, 'automaticFailover') && replicas >= 1;
  if (lost) return takesOver;
  const used = flag(service, 'multiAz') ? zones.slice(0, 1 + replicas) : zones.slice(0, 1);
  return zone === undefined || used[0] !== zone || (takesOver && used.length >= 2);
}

/** Services an actor reaches while those in `down` are gone; a failover connection leads to the stand-in. */
function reach(topology: Topology, actor: string, down: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>([actor]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to, synchronous, optional } of topology.links) {
      if (!reached.has(from.id) || !synchronous || optional) continue;
      const standIns = topology.links.filter((other) => other.kind === 'failover' && other.from.id === to.id);
      for (const target of [to, ...standIns.map((other) => other.to)])
        if (!reached.has(target.id) && !down.has(target.id)) {
          reached.add(target.id);
          grown = true;
        }
    }
  }
  return reached;
}

/** Stateless machines and load balancers of one tier and part, with the same callers and the same callees, are copies. */
function areCopies(topology: Topology, one: Service, other: Service): boolean {
  if (one.id === other.id) return true;
  const both = [one, other];
  const stateless = both.every(
    ({ kind, role }) =>
      kind.endsWith('load-balancer') ||
      ((kind === 'ec2-instance' || kind === 'auto-scaling-group' || kind === 'ecs-service') &&
        role !== 'database' &&
        role !== 'cache'),
  );
  if (!stateless || one.role !== other.role || one.tier !== other.tier) return false;
  const [mine = '', others = ''] = both.map(({ id }) => {
    const sync = topology.links.filter(({ synchronous }) => synchronous);
    const callers = sync.filter(({ to }) => to.id === id).map(({ from }) => `<${from.id}`);
    const callees = sync.filter(({ from }) => from.id === id).map(({ to }) => `>${to.id}`);
    return [...new Set([...callers, ...callees])].sort().join();
  });
  return mine === others;
}

/** Sets of services of which one must be left: copies of each other and stand-ins, transitively. */
function makeGroups(topology: Topology, all: readonly Service[]): string[][] {
  const groups = all.map(({ id }) => new Set([id]));
  const joined = (a: Service, b: Service): boolean =>
    areCopies(topology, a, b) ||
    topology.links.some(
      ({ kind, from, to }) => kind === 'failover' && ((from === a && to === b) || (from === b && to === a)),
    );
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, a] of all.entries())
      for (const [position, b] of all.entries()) {
        const left = groups[index];
        const right = groups[position];
        if (!left || !right || left === right || !joined(a, b)) continue;
        for (const id of right) left.add(id);
        for (const [at, group] of groups.entries()) if (group === right) groups[at] = left;
        changed = true;
      }
  }
  return [...new Set(groups)].map((group) => [...group]);
}

function usersNotice(topology: Topology, groups: readonly (readonly string[])[], loss: Loss): boolean {
  const down = new Set(topology.services.filter((service) => !stands(service, loss)).map(({ id }) => id));
  return topology.actors.some(({ id }) => {
    const before = reach(topology, id, new Set());
    const after = reach(topology, id, down);
    return groups.some(
      (group) => group.some((member) => before.has(member)) && !group.some((member) => after.has(member)),
    );
  });
}

/** Single points of failure by taking everything away in turn. */
function removeOneByOne(design: Design): string[] {
  const topology = resolve(design);
  const reached = new Set(topology.actors.flatMap(({ id }) => [...reach(topology, id, new Set())]));
  const all = topology.services.filter(({ id }) => reached.has(id));
  const groups = makeGroups(topology, all);
  const elements = all.filter(({ id }) => usersNotice(topology, groups, { element: id })).map(({ id }) => id);
  const zones = topology.zones.filter(({ id }) => usersNotice(topology, groups, { zone: id })).map(({ id }) => id);
  return [...elements, ...zones].sort();
}

function prove(design: Design): string[] {
  const topology = resolve(design);
  const { cutOf, zoneCutOf } = gatherFacts(topology).losses;
  const services = [...topology.actors, ...topology.services].filter(cutOf);
  return [...services, ...topology.zones.filter(zoneCutOf)].map(({ id }) => id).sort();
}

describe('single points of failure', () => {
  it('are what removing each element and zone in turn shows, on 500 designs of up to 60 elements', () => {
    let seen = 0;
    fc.assert(
      fc.property(architectureArbitrary(30), (design) => {
        const expected = removeOneByOne(design);
        seen += expected.length;
        expect(prove(design)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  it('show the cut, the dead path and the tiers that go dark', () => {
    const design = buildHealthySite()
      .add('auth', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .add('ledger', 'aurora-cluster', {
        parent: 'vpc',
        subnets: ['database-a', 'database-b'],
        settings: { instances: 2 },
      })
      .connect('traffic', 'web', 'auth')
      .connect('data', 'auth', 'ledger')
      .build();
    const [finding] = validate(resolve(design)).findings.filter(({ ruleId }) => ruleId === 'AVL-12');
    expect(finding?.evidence.cut).toEqual(['auth']);
    expect([...(finding?.evidence.path ?? [])].sort()).toEqual(
      [
        'users',
        'users-traffic-alb',
        'alb',
        'alb-traffic-web',
        'web',
        'web-traffic-auth',
        'auth',
        'auth-data-ledger',
        'ledger',
      ].sort(),
    );
    expect(finding?.message).toBe(
      'auth has no second copy, and requests from users have no way around it. When it fails, auth and 1 more service behind it cannot be reached. Run a second copy in another zone.',
    );
  });

  it('are looked for from as many actors as there is time for, and the rest is named', () => {
    const topology = resolve(manyActors(40, 40));
    const whole = analyseLosses(topology);
    expect(whole.skipped).toEqual([]);
    const short = analyseLosses(topology, 500);
    expect(short.skipped.length).toBeGreaterThan(0);
    expect(short.skipped.length).toBeLessThan(40);
  });

  it('count two instances in one zone as one point: the zone', () => {
    const design = buildHealthySite()
      .add('one', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
      .add('two', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
      .connect('traffic', 'alb', 'one')
      .connect('traffic', 'alb', 'two')
      .build();
    expect(prove(design)).toEqual(['az-a']);
    const keys = validate(resolve(design)).findings.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('AVL-'))).toEqual(['AVL-12:az-a']);
  });
});
