import type { Cidr } from '../../shared/model/cidr';
import { containsCidr, formatCidr, nextFreeCidr, overlapsCidr } from '../../shared/model/cidr';
import type { Service, Subnet, Vpc } from '../../shared/topology/topology';
import { compareText } from '../../shared/util/sorting';
import type { Notes } from './note';
import type { StackPlan } from './placement';

/** A subnet as it will be written. */
export interface PlannedSubnet {
  /** Element that owns it, and the part of it where the element owns more than this. */
  readonly owner: string;
  readonly part: string;
  readonly vpc: Vpc;
  readonly name: string;
  /** `a`, `b`, `c`. */
  readonly zone: string;
  readonly cidr: string;
  readonly route: Subnet['route'];
  readonly gateway: Service | null;
  /** The drawn subnet; null for a spare one. */
  readonly drawn: Subnet | null;
}

/** The subnets of one stack, drawn and spare. */
export interface SubnetPlan {
  all(): readonly PlannedSubnet[];
  /** Where a service lies, at most one subnet for each zone. */
  perZone(service: Service): readonly PlannedSubnet[];
  /** Every subnet a service lies in. */
  of(service: Service): readonly PlannedSubnet[];
  /**
   * Subnets in at least two zones, as load balancers and database subnet groups demand. Where the drawing has one zone, a
   * spare subnet is added to another, with the same route; a note says so.
   */
  inTwoZones(service: Service): readonly PlannedSubnet[];
}

const ZONES = ['a', 'b', 'c'];
const USUAL_PREFIX = 24;
/** A load balancer needs eight free addresses in each subnet; /28 has eleven. */
const SMALLEST_PREFIX = 28;

function findRoom(vpc: Vpc, taken: readonly Cidr[]): Cidr | undefined {
  if (!vpc.cidr) return undefined;
  for (let prefix = Math.max(USUAL_PREFIX, vpc.cidr.prefix); prefix <= SMALLEST_PREFIX; prefix += 1) {
    const found = nextFreeCidr(vpc.cidr, taken, prefix);
    if (found) return found;
  }
  return undefined;
}

/** Address ranges as drawn where they are sound, else the next free one of the VPC. */
function assignCidrs(vpc: Vpc, subnets: readonly Subnet[], taken: Cidr[], notes: Notes): Map<Subnet, Cidr> {
  const given = new Map<Subnet, Cidr>();
  const isSound = (cidr: Cidr): boolean =>
    vpc.cidr !== null &&
    cidr.prefix >= 16 &&
    cidr.prefix <= SMALLEST_PREFIX &&
    containsCidr(vpc.cidr, cidr) &&
    !taken.some((other) => overlapsCidr(other, cidr));
  const waiting: Subnet[] = [];
  for (const subnet of subnets) {
    if (!subnet.cidr || !isSound(subnet.cidr)) {
      waiting.push(subnet);
      continue;
    }
    taken.push(subnet.cidr);
    given.set(subnet, subnet.cidr);
  }
  for (const subnet of waiting) {
    const free = findRoom(vpc, taken);
    if (!free) {
      notes.add('left-out', [subnet.id], `${subnet.element.name} is left out: its VPC has no free addresses for it.`);
      continue;
    }
    taken.push(free);
    given.set(subnet, free);
    const why = subnet.cidr ? 'lies outside the VPC or overlaps another subnet' : 'is not given';
    notes.add('assumed', [subnet.id], `${subnet.element.name} gets ${formatCidr(free)}: its address range ${why}.`);
  }
  return given;
}

const byZone = (a: PlannedSubnet, b: PlannedSubnet): number => compareText(a.zone, b.zone);

function firstPerZone(subnets: readonly PlannedSubnet[]): readonly PlannedSubnet[] {
  const zones = new Set<string>();
  return subnets.filter(({ zone }) => !zones.has(zone) && zones.add(zone));
}

const findPlaces = (service: Service, planned: ReadonlyMap<Subnet, PlannedSubnet>): readonly PlannedSubnet[] =>
  service.subnets.filter((subnet) => subnet.vpc === service.vpc).flatMap((subnet) => planned.get(subnet) ?? []);

/** Plans the subnets of a stack. Spare subnets appear in `all()` once somebody needed them. */
export function planSubnets(stack: StackPlan, notes: Notes): SubnetPlan {
  const planned = new Map<Subnet, PlannedSubnet>();
  const taken = new Map<Vpc, Cidr[]>();
  for (const vpc of stack.vpcs) {
    const used: Cidr[] = [];
    taken.set(vpc, used);
    const drawn = stack.subnets.filter((subnet) => subnet.vpc === vpc);
    const cidrs = assignCidrs(vpc, drawn, used, notes);
    for (const [subnet, cidr] of cidrs)
      planned.set(subnet, {
        owner: subnet.id,
        part: '',
        vpc,
        name: subnet.element.name,
        zone: subnet.zone?.letter ?? 'a',
        cidr: formatCidr(cidr),
        route: subnet.gateway && stack.has(subnet.gateway.id) ? subnet.route : 'none',
        gateway: subnet.gateway && stack.has(subnet.gateway.id) ? subnet.gateway : null,
        drawn: subnet,
      });
  }
  const inOrder = stack.subnets.flatMap((subnet) => planned.get(subnet) ?? []);
  const spares = new Map<string, PlannedSubnet | null>();
  const addSpare = (like: PlannedSubnet): PlannedSubnet | null => {
    const zone = ZONES.find((letter) => letter !== like.zone) ?? 'b';
    const part = `Spare${{ 'internet-gateway': 'Public', 'nat-gateway': 'Private', none: 'Isolated' }[like.route]}Subnet${zone.toUpperCase()}`;
    const key = `${like.vpc.id} ${part}`;
    const known = spares.get(key);
    if (known !== undefined) return known;
    const used = taken.get(like.vpc) ?? [];
    const cidr = findRoom(like.vpc, used);
    const spare = cidr
      ? { ...like, owner: like.vpc.id, part, name: `Spare subnet ${zone}`, zone, cidr: formatCidr(cidr), drawn: null }
      : null;
    if (cidr) used.push(cidr);
    spares.set(key, spare);
    return spare;
  };
  const places = new Map<Service, readonly PlannedSubnet[]>();
  const of = (service: Service): readonly PlannedSubnet[] => {
    const found = places.get(service) ?? findPlaces(service, planned);
    places.set(service, found);
    return found;
  };
  return {
    all: () => [...inOrder, ...[...spares.values()].filter((spare) => spare !== null)],
    of,
    perZone: (service) => firstPerZone(of(service)),
    inTwoZones(service) {
      const own = firstPerZone(of(service));
      const [only] = own;
      if (!only || own.length > 1) return own;
      const spare = addSpare(only);
      const subject = `${service.definition.title} ${service.name}`;
      if (!spare) {
        const message = `${subject} needs subnets in two Availability Zones, and its VPC has no free addresses for a second one.`;
        notes.add('will-not-work', [service.id], message);
        return own;
      }
      notes.add(
        'assumed',
        [service.id],
        `${subject} gets a spare subnet in a second Availability Zone, as AWS demands.`,
      );
      return [only, spare].sort(byZone);
    },
  };
}
