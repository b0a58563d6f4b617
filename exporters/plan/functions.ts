import type { Service, Topology, Vpc } from '../../shared/topology/topology';
import type { Notes } from './note';
import type { StackPlan } from './placement';
import type { PlannedSubnet, SubnetPlan } from './subnets';

/** Where a function gets network interfaces. */
export interface FunctionNetwork {
  readonly vpc: Vpc;
  readonly subnets: readonly PlannedSubnet[];
}

/**
 * A function reaches what lies in a VPC only with interfaces there. It is drawn in the Region, so its place follows from
 * what it connects to: the private subnets of that VPC, one a zone, else the subnets of the target.
 */
export function planFunctionNetworks(
  topology: Topology,
  stack: StackPlan,
  subnets: SubnetPlan,
  notes: Notes,
): ReadonlyMap<string, FunctionNetwork> {
  const networks = new Map<string, FunctionNetwork>();
  for (const service of stack.services) {
    if (service.kind !== 'lambda-function') continue;
    const targets = topology
      .outgoing(service.id)
      .filter(({ opensPort, to }) => opensPort && to.traits.inVpc && stack.has(to.id))
      .map(({ to }) => to);
    const [first] = targets;
    const network = first && networkFor(first, subnets);
    if (!network) continue;
    networks.set(service.id, network);
    notes.add(
      'assumed',
      [service.id],
      `${service.name} gets network interfaces in ${network.subnets.map(({ name }) => name).join(', ')}, to reach ${first.name}.`,
    );
    const elsewhere = targets.filter(({ vpc }) => vpc !== network.vpc);
    if (elsewhere.length > 0)
      notes.add(
        'will-not-work',
        [service.id, ...elsewhere.map(({ id }) => id)],
        `${service.name} connects to two VPCs; a function can lie in one only.`,
      );
  }
  return networks;
}

function networkFor(target: Service, subnets: SubnetPlan): FunctionNetwork | undefined {
  const { vpc } = target;
  if (!vpc) return undefined;
  const zones = new Set<string>();
  const isNewZone = ({ zone }: PlannedSubnet): boolean => !zones.has(zone) && zones.add(zone) !== undefined;
  const inVpc = subnets.all().filter((subnet) => subnet.vpc === vpc && subnet.drawn !== null);
  const ways = inVpc.filter((subnet) => subnet.route === 'nat-gateway' && isNewZone(subnet));
  const chosen = ways.length > 0 ? ways : subnets.perZone(target);
  return chosen.length > 0 ? { vpc, subnets: chosen } : undefined;
}
