import { kinds } from '../../shared/catalog/services';
import { countConnections } from '../../shared/catalog/services/vpn-connection';
import { formatCidr, overlapsCidr, parseCidr } from '../../shared/model/cidr';
import type { Service, Topology, Vpc } from '../../shared/topology/topology';
import type { Notes } from './note';
import type { StackPlan } from './placement';

/** A connection to one customer gateway. */
export interface SiteLink {
  /** Tells the connections of one element apart: empty for the first. */
  readonly part: '' | 'Second';
  /** Address of the customer gateway; empty where whoever deploys says it. */
  readonly address: string;
}

/** The VPN connections that an element stands for, one for each customer gateway. */
export function siteLinksOf({ element }: Service): readonly SiteLink[] {
  const settings = kinds['vpn-connection'].read(element.settings);
  const first: SiteLink = { part: '', address: settings.gatewayAddress };
  return countConnections(settings) === 1
    ? [first]
    : [first, { part: 'Second', address: settings.secondGatewayAddress }];
}

/** VPN connections of a VPC, in the order of the stack: they share its virtual private gateway. */
export const vpnsOf = (stack: StackPlan, vpc: Vpc): readonly Service[] =>
  stack.services.filter((service) => service.kind === 'vpn-connection' && service.vpc === vpc);

/** The range of a site in its canonical form; undefined where it is none. */
export function siteRange({ element }: Service): string | undefined {
  const cidr = parseCidr(kinds['vpn-connection'].read(element.settings).onPremisesCidr);
  return cidr && formatCidr(cidr);
}

/** What somebody may send to a site. */
export interface SiteReach {
  readonly site: Service;
  readonly cidr: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** The sites that connections lead a machine to, each port once. */
export function sitesReachedBy(topology: Topology, stack: StackPlan, { id, vpc }: Service): readonly SiteReach[] {
  const found = new Map<string, SiteReach>();
  for (const { to: site, opensPort, protocol, port } of topology.outgoing(id)) {
    const cidr = opensPort && site.kind === 'vpn-connection' && site.vpc === vpc ? siteRange(site) : undefined;
    if (cidr !== undefined && stack.has(site.id))
      found.set(`${cidr} ${protocol} ${port}`, { site, cidr, protocol, port });
  }
  return [...found.values()];
}

/** Says what makes a VPN connection useless although it deploys. */
export function noteSite(service: Service, notes: Notes): void {
  const { vpc, name } = service;
  const range = parseCidr(kinds['vpn-connection'].read(service.element.settings).onPremisesCidr);
  if (!range)
    notes.add('will-not-work', [service.id], `${name} leads nowhere: the range of its site is no address range.`);
  else if (vpc?.cidr && overlapsCidr(range, vpc.cidr))
    notes.add(
      'will-not-work',
      [service.id],
      `${name} never carries what goes to ${formatCidr(range)}: the range of ${vpc.element.name} overlaps it, and what lies in the VPC comes first.`,
    );
}
