import { cidrSize } from '../../../model/cidr';
import type { Service, Subnet } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { enlargeCidr } from '../../fixes/place';
import type { Rule, Violation } from '../../rule';

/** AWS keeps the first four addresses of a subnet and the last one. */
const RESERVED = 5;
/** Free addresses a load balancer wants in each of its subnets to grow. */
const BALANCER = 8;
const SMALLEST_PREFIX = 16;

/** Addresses a service can take in one of its subnets at its largest. */
function addressesIn({ definition, traits, subnets, members }: Service, subnet: Subnet): number {
  if (!traits.inVpc && definition.family !== 'gateway') return 0;
  if (definition.family === 'load-balancer') return BALANCER;
  if (definition.family === 'compute' && Number.isFinite(traits.copies.max))
    return Math.ceil(traits.copies.max / Math.max(1, subnets.length));
  let taken = 0;
  for (const member of members) if (member.subnet === subnet) taken += member.count;
  return taken;
}

function checkSubnet(subnet: Subnet, services: readonly Service[]): Violation | undefined {
  const { cidr, element, id } = subnet;
  if (!cidr) return undefined;
  let needed = 0;
  for (const service of services) needed += addressesIn(service, subnet);
  const usable = cidrSize(cidr) - RESERVED;
  if (needed <= usable) return undefined;
  const prefix = Math.max(SMALLEST_PREFIX, 32 - Math.ceil(Math.log2(needed + RESERVED)));
  return {
    elements: [id, ...services.map((service) => service.id)],
    message: `${element.name} has ${usable} addresses, and what lies in it can need ${needed} when it has grown. New copies then fail to start, just when they are needed. Give it a larger range.`,
    fixes: [
      {
        id: 'enlarge',
        title: `Give it a free /${prefix} of the VPC`,
        kind: 'auto',
        apply: (design, newId) => enlargeCidr(design, newId, id, prefix),
      },
    ],
  };
}

export const subnetTooSmall: Rule = {
  id: 'SCA-09',
  group: 'scaling',
  byPart: true,
  severity: 'warning',
  title: 'Subnet is too small for the maximum scale',
  why: 'Each copy takes an address. When none is free, scaling out stops, and the range of a subnet cannot be changed later.',
  trigger:
    'The services in a subnet can take more addresses at their maximum than it has, five being reserved and eight kept for a load balancer.',
  guide: ['3.2'],
  references: ['AWS Well-Architected REL02-BP03'],
  check: (_topology, { servicesIn }) =>
    mapDefined([...servicesIn], ([subnet, services]) => checkSubnet(subnet, services)),
};
