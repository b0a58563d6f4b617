import { natGateway } from '../catalog/services/nat-gateway';
import { endpointOf, statesData } from './endpoints';
import type { Link, PlacedMember, Service, Topology } from './topology';

/** Services of a Region that are reached at public addresses: from a private subnet, through its NAT gateway. */
const isPublicService = ({ traits, definition }: Service): boolean => definition.scope === 'regional' && !traits.inVpc;

const gatewayOf = ({ subnet }: PlacedMember): Service | null =>
  subnet.route === 'nat-gateway' ? subnet.gateway : null;

const isStated = ({ element }: Service): boolean => natGateway.read(element.settings).gbPerMonth !== null;

/** Whether the data of a connection may pass a NAT gateway. */
export const mayPass = ({ from, to }: Link): boolean =>
  isPublicService(to) && from.members.length > 0 && from.region !== null && from.region === to.region;

/**
 * Which gateway each private subnet leads to, which endpoints each VPC has, and whether they state their data: changes
 * whenever the price of data through one of them may. One text for the whole design, so that an edit elsewhere costs next to nothing.
 */
export const describeRoutes = ({ subnets, vpcs }: Topology): string => {
  let text = '';
  for (const { id, route, gateway } of subnets) {
    if (route !== 'nat-gateway' || gateway === null) continue;
    text += `${id}>${gateway.id}@${gateway.zones[0]?.id ?? ''}${isStated(gateway) ? '!' : ''} `;
  }
  for (const { id, endpoints } of vpcs)
    for (const [service, endpoint] of endpoints) {
      const zones = endpoint.zones.map((zone) => zone.id).join('+');
      text += `${id}:${service}>${endpoint.kind}@${zones}${statesData(endpoint) ? '!' : ''} `;
    }
  return text;
};

/** Shares of a connection's data that pass NAT gateways. */
export interface NatShares {
  /** Through any of them. */
  readonly path: number;
  /** Through those that do not state their own data. */
  readonly through: number;
  /** Through one in another zone. */
  readonly crossing: number;
}

/**
 * The part of the data that NAT gateways charge for. A gateway that states its own gigabytes includes what the connections
 * bring it, so that nothing is counted twice.
 */
export const readNatShares = (link: Link): NatShares => {
  // Routes and names of an endpoint come before the default route.
  if (!mayPass(link) || endpointOf(link)) return { path: 0, through: 0, crossing: 0 };
  const total = link.from.members.reduce((sum, { count }) => sum + count, 0);
  let path = 0;
  let through = 0;
  let crossing = 0;
  for (const member of link.from.members) {
    const gateway = gatewayOf(member);
    if (gateway === null) continue;
    path += member.count / total;
    if (!isStated(gateway)) through += member.count / total;
    const [zone] = gateway.zones;
    if (zone !== undefined && zone.id !== member.zone.id) crossing += member.count / total;
  }
  return { path, through, crossing };
};
