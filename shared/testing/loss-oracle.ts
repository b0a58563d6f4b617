import type { Design, Element } from '../model/design';

/*
 * Single points of failure the long way: takes each element and each zone away, one at a time, and looks what users still reach. It
 * reads the drawing itself, from the meaning of its settings alone, and shares nothing with the code that it judges.
 */

interface Loss {
  readonly element?: string;
  readonly zone?: string;
}

interface Machine {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly tier: string | null;
  /** Distinct zones of its subnets, in their order. */
  readonly zones: readonly string[];
  readonly element: Element;
}

interface Line {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly waits: boolean;
  readonly optional: boolean;
}

interface Drawing {
  readonly actors: readonly string[];
  readonly machines: readonly Machine[];
  readonly lines: readonly Line[];
}

const ACTORS = ['users', 'office'];
const PLACES = ['region', 'vpc', 'availability-zone', 'subnet', 'tier', 'group', 'note'];
const WAITS = ['traffic', 'data', 'session', 'dns'];
const SPREAD_BY_AWS = [
  'internet-gateway',
  'lambda-function',
  'dynamodb-table',
  's3-bucket',
  'sqs-queue',
  'kinesis-stream',
  'cloudtrail',
];
const SCALING = ['auto-scaling-group', 'ecs-service'];
const COMPUTE = [...SCALING, 'ec2-instance'];

const flag = ({ element }: Machine, key: string): boolean => element.settings[key] === true;
const figure = ({ element }: Machine, key: string, otherwise: number): number => {
  const value = element.settings[key];
  return typeof value === 'number' ? value : otherwise;
};

function zoneOf({ elements }: Design, id: string | null): string | undefined {
  for (let place = elements.get(id ?? ''); place; place = elements.get(place.parent ?? ''))
    if (place.kind === 'availability-zone') return place.id;
  return undefined;
}

function roleOf({ elements }: Design, { kind, settings, tier }: Element): string {
  if (!COMPUTE.includes(kind)) return kind.endsWith('load-balancer') ? 'load-balancer' : kind;
  if (typeof settings.role === 'string' && settings.role !== 'auto') return settings.role;
  const ofTier = elements.get(tier ?? '')?.settings.role;
  if (typeof ofTier !== 'string') return 'app';
  return ofTier === 'load-balancing' ? 'load-balancer' : ofTier;
}

function readDrawing(design: Design): Drawing {
  const all = [...design.elements.values()].filter(({ kind }) => !PLACES.includes(kind));
  const machines = all
    .filter(({ kind }) => !ACTORS.includes(kind))
    .map((element): Machine => {
      const { id, kind, tier, subnets, parent } = element;
      const places = subnets.length > 0 ? subnets : [parent];
      const zones = places.map((place) => zoneOf(design, place)).filter((zone) => zone !== undefined);
      return { id, kind, role: roleOf(design, element), tier, zones: [...new Set(zones)], element };
    });
  const known = new Set(all.map(({ id }) => id));
  const lines = [...design.connections.values()]
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ kind, from, to, settings }): Line => {
      return { kind, from, to, waits: WAITS.includes(kind), optional: settings.optional === true };
    });
  return { actors: all.filter(({ kind }) => ACTORS.includes(kind)).map(({ id }) => id), machines, lines };
}

/** Whether the service still serves by itself after the loss. */
function stands(machine: Machine, { element, zone }: Loss): boolean {
  const { id, kind, zones } = machine;
  if (SPREAD_BY_AWS.includes(kind)) return true;
  const lost = element === id;
  const homeLost = zone !== undefined && zones[0] === zone;
  switch (kind) {
    case 'ec2-instance':
    case 'bastion-host':
    case 'nat-gateway':
      return !lost && !homeLost;
    case 'application-load-balancer':
    case 'network-load-balancer':
      return zones.length >= 2 || !(lost || homeLost);
    // AWS's end lies in two zones; the other end is one device or two.
    case 'vpn-connection':
      return !lost || machine.element.settings.customerGateways === 'two';
    case 'efs': {
      const homes = flag(machine, 'oneZone') ? zones.slice(0, 1) : zones;
      return homes.length >= 2 || !(lost || homeLost);
    }
    case 'rds-instance':
      return (flag(machine, 'multiAz') && zones.length >= 2) || !(lost || homeLost);
    case 'aurora-cluster':
      return copiesStand(figure(machine, 'instances', 1), zones, lost, zone);
    case 'elasticache-memcached':
      return copiesStand(figure(machine, 'nodes', 1), zones, lost, zone);
    case 'auto-scaling-group':
    case 'ecs-service': {
      const used = zonesInUse(machine);
      if (lost) return leastCopies(machine) >= 2;
      return zone === undefined || !used.includes(zone) || (used.length >= 2 && leastCopies(machine) >= 2);
    }
    case 'elasticache-redis':
      return cacheStands(machine, lost, zone);
    default:
      throw new Error(`The oracle does not know ${kind}.`);
  }
}

function copiesStand(copies: number, zones: readonly string[], lost: boolean, zone: string | undefined): boolean {
  if (lost) return copies >= 2;
  const used = zones.slice(0, copies);
  return zone === undefined || !used.includes(zone) || used.length >= 2;
}

const leastCopies = (machine: Machine): number => (SCALING.includes(machine.kind) ? figure(machine, 'min', 2) : 1);

/** Zones in which copies run. */
function zonesInUse(machine: Machine): readonly string[] {
  if (!SCALING.includes(machine.kind)) return machine.zones.slice(0, 1);
  const min = leastCopies(machine);
  const max = Math.max(figure(machine, 'max', 4), min);
  return machine.zones.slice(0, Math.min(Math.max(figure(machine, 'desired', 2), min), max));
}

function cacheStands(machine: Machine, lost: boolean, zone: string | undefined): boolean {
  const replicas = figure(machine, 'replicas', 0);
  const takesOver = flag(machine, 'automaticFailover') && replicas >= 1;
  if (lost) return takesOver;
  const used = machine.zones.slice(0, flag(machine, 'multiAz') ? 1 + replicas : 1);
  return zone === undefined || used[0] !== zone || (takesOver && used.length >= 2);
}

/** Services an actor reaches while those in `down` are gone; a failover connection leads to the stand-in. */
function reach({ lines }: Drawing, actor: string, down: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>([actor]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to, waits, optional } of lines) {
      if (!reached.has(from) || !waits || optional) continue;
      const standIns = lines.filter((other) => other.kind === 'failover' && other.from === to);
      for (const target of [to, ...standIns.map((other) => other.to)])
        if (!reached.has(target) && !down.has(target)) {
          reached.add(target);
          grown = true;
        }
    }
  }
  return reached;
}

const isStateless = ({ kind, role }: Machine): boolean =>
  kind.endsWith('load-balancer') || (COMPUTE.includes(kind) && role !== 'database' && role !== 'cache');

/** Stateless machines and load balancers of one tier and part, with the same callers and the same callees, are copies. */
function areCopies({ lines }: Drawing, one: Machine, other: Machine): boolean {
  if (one.id === other.id) return true;
  if (!isStateless(one) || !isStateless(other) || one.role !== other.role || one.tier !== other.tier) return false;
  const [mine = '', others = ''] = [one, other].map(({ id }) => {
    const waiting = lines.filter(({ waits }) => waits);
    const callers = waiting.filter(({ to }) => to === id).map(({ from }) => `<${from}`);
    const callees = waiting.filter(({ from }) => from === id).map(({ to }) => `>${to}`);
    return [...new Set([...callers, ...callees])].sort().join();
  });
  return mine === others;
}

/** Sets of services of which one must be left: copies of each other and stand-ins, transitively. */
function makeGroups(drawing: Drawing, all: readonly Machine[]): string[][] {
  const groups = all.map(({ id }) => new Set([id]));
  const isPair = (a: Machine, b: Machine): boolean =>
    drawing.lines.some(({ kind, from, to }) => kind === 'failover' && from === a.id && to === b.id);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, a] of all.entries())
      for (const [position, b] of all.entries()) {
        const left = groups[index];
        const right = groups[position];
        if (!left || !right || left === right) continue;
        if (!areCopies(drawing, a, b) && !isPair(a, b) && !isPair(b, a)) continue;
        for (const id of right) left.add(id);
        for (const [at, group] of groups.entries()) if (group === right) groups[at] = left;
        changed = true;
      }
  }
  return [...new Set(groups)].map((group) => [...group]);
}

/** The actors that miss a whole group, and the most services that one of them reaches no more. */
export interface Noticed {
  readonly actors: readonly string[];
  readonly lost: number;
}

function whoNotices(drawing: Drawing, groups: readonly (readonly string[])[], loss: Loss): Noticed {
  const down = new Set(drawing.machines.filter((machine) => !stands(machine, loss)).map(({ id }) => id));
  const missed = drawing.actors.flatMap((actor) => {
    const before = reach(drawing, actor, new Set());
    const after = reach(drawing, actor, down);
    const isGone = (group: readonly string[]): boolean =>
      group.some((member) => before.has(member)) && !group.some((member) => after.has(member));
    return groups.some(isGone) ? [{ actor, lost: before.size - after.size }] : [];
  });
  return { actors: missed.map(({ actor }) => actor), lost: Math.max(0, ...missed.map(({ lost }) => lost)) };
}

const zonesOf = ({ elements }: Design): string[] =>
  [...elements.values()].filter(({ kind }) => kind === 'availability-zone').map(({ id }) => id);

/** By the ids of the services and zones whose loss alone users notice: who does. */
export function removeOneByOne(design: Design): ReadonlyMap<string, Noticed> {
  const drawing = readDrawing(design);
  const reached = new Set(drawing.actors.flatMap((actor) => [...reach(drawing, actor, new Set())]));
  const all = drawing.machines.filter(({ id }) => reached.has(id));
  const groups = makeGroups(drawing, all);
  const losses = [
    ...all.map(({ id }): [string, Loss] => [id, { element: id }]),
    ...zonesOf(design).map((zone): [string, Loss] => [zone, { zone }]),
  ];
  const noticed = losses.map(([id, loss]) => [id, whoNotices(drawing, groups, loss)] as const);
  return new Map(noticed.filter(([, { actors }]) => actors.length > 0));
}

/** Ids of the tiers over several zones that are left with fewer copies than they need when some zone is gone, sorted. */
export function starveOneByOne(design: Design): string[] {
  const { machines } = readDrawing(design);
  const tiers = [...design.elements.values()].filter(({ kind }) => kind === 'tier');
  const isStarved = ({ id, settings }: Element): boolean => {
    const { requiredCapacity: needed } = settings;
    const copies = machines
      .filter(({ kind, tier }) => tier === id && COMPUTE.includes(kind))
      .flatMap((machine) => {
        const used = zonesInUse(machine);
        // One after the other, each in the next zone.
        return Array.from({ length: used.length === 0 ? 0 : leastCopies(machine) }, (_, at) => used[at % used.length]);
      });
    const zones = new Set(
      machines
        .filter(({ kind, tier }) => tier === id && COMPUTE.includes(kind))
        .flatMap((machine) => zonesInUse(machine)),
    );
    if (typeof needed !== 'number' || needed <= 0 || zones.size < 2) return false;
    return [...zones].some((zone) => copies.filter((other) => other !== zone).length < needed);
  };
  return tiers
    .filter(isStarved)
    .map(({ id }) => id)
    .sort();
}
