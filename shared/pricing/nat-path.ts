import { natGateway } from '../catalog/services/nat-gateway';
import type { Link, PlacedMember, Service } from '../topology/topology';

/** Services of a Region that are reached at public addresses: from a private subnet, through its NAT gateway. */
const isPublicService = ({ traits, definition }: Service): boolean => definition.scope === 'regional' && !traits.inVpc;

const gatewayOf = ({ subnet }: PlacedMember): Service | null =>
  subnet.route === 'nat-gateway' ? subnet.gateway : null;

const isStated = ({ element }: Service): boolean => natGateway.read(element.settings).gbPerMonth !== null;

const mayPass = ({ from, to }: Link): boolean =>
  from.members.length > 0 && from.region !== null && from.region === to.region && isPublicService(to);

/** Which gateways the data of a connection passes: changes whenever its price may. Cheap, for it is asked on every edit. */
export const describeNat = (link: Link): string => {
  if (!mayPass(link)) return '';
  return link.from.members
    .map((member) => {
      const gateway = gatewayOf(member);
      return gateway === null ? '-' : `${gateway.id}${isStated(gateway) ? '!' : ''}@${gateway.zones[0]?.id ?? ''}`;
    })
    .join(' ');
};

/** Shares of a connection's data: through NAT gateways that do not state theirs, and to one in another zone. */
export interface NatShares {
  readonly through: number;
  readonly crossing: number;
}

/**
 * The part of the data that NAT gateways charge for. A gateway that states its own gigabytes includes what the connections
 * bring it, so that nothing is counted twice.
 */
export const readNatShares = (link: Link): NatShares => {
  if (!mayPass(link)) return { through: 0, crossing: 0 };
  const total = link.from.members.reduce((sum, { count }) => sum + count, 0);
  let through = 0;
  let crossing = 0;
  for (const member of link.from.members) {
    const gateway = gatewayOf(member);
    if (gateway === null) continue;
    if (!isStated(gateway)) through += member.count / total;
    const [zone] = gateway.zones;
    if (zone !== undefined && zone.id !== member.zone.id) crossing += member.count / total;
  }
  return { through, crossing };
};
