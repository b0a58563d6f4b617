import { type EndpointService, endpointServiceOf, INTERFACE_SERVICES } from '../../../catalog/endpoint-services';
import { readNatShares } from '../../../topology/nat-path';
import type { Link, Service, Topology } from '../../../topology/topology';
import { addEndpoint, isGatewayService } from '../../fixes/endpoint';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/**
 * From here on an interface endpoint in two zones ($0.01 an hour each and $0.01 a GB) costs less than the gateway's $0.045 a GB
 * (us-east-1, 2025-11-04): 14.60 / 0.035 = 417 GB a month.
 */
const WORTH_AN_INTERFACE_GB = 417;

/** What one VPC sends through NAT gateways to one service of AWS. */
interface Detour {
  readonly service: EndpointService;
  readonly links: Link[];
  gigabytes: number;
}

function findDetours(topology: Topology): readonly Detour[] {
  const detours = new Map<string, Detour>();
  for (const link of topology.links) {
    const service = endpointServiceOf(link.to.kind);
    const { vpc, definition } = link.from;
    // An endpoint takes what machines send; what a load balancer writes to its bucket, AWS carries itself.
    if (service === undefined || vpc === null || definition.family !== 'compute') continue;
    const { path } = readNatShares(link);
    if (path === 0) continue;
    const key = `${vpc.id} ${service}`;
    const detour = detours.get(key) ?? { service, links: [], gigabytes: 0 };
    detour.links.push(link);
    detour.gigabytes += (link.gbPerMonth ?? 0) * path;
    detours.set(key, detour);
  }
  return [...detours.values()].filter(
    ({ service, gigabytes }) => isGatewayService(service) || gigabytes > WORTH_AN_INTERFACE_GB,
  );
}

const unique = (services: readonly Service[]): readonly Service[] => [...new Set(services)];

/** One subnet in each zone that sends there. */
const subnetsOf = (links: readonly Link[]): readonly string[] => {
  const byZone = new Map<string, string>();
  for (const { zone, subnet } of links.flatMap(({ from }) => from.members))
    if (!byZone.has(zone.id)) byZone.set(zone.id, subnet.id);
  return [...byZone.values()];
};

function report({ service, links, gigabytes }: Detour): Violation[] {
  const [first] = links;
  if (!first) return [];
  const callers = unique(links.map(({ from }) => from));
  const targets = unique(links.map(({ to }) => to));
  const isFree = isGatewayService(service);
  const amount = gigabytes > 0 ? `${Math.round(gigabytes)} GB a month` : 'every gigabyte';
  const remedy = isFree
    ? 'A gateway endpoint takes it there for nothing.'
    : `An interface endpoint to ${INTERFACE_SERVICES[service]} costs less than that.`;
  const fix: Fix = {
    id: 'endpoint',
    title: isFree ? 'Add a gateway endpoint to the VPC' : 'Add an interface endpoint to the VPC',
    kind: isFree ? 'auto' : 'choice',
    apply: (design, newId) => addEndpoint(design, newId, first.from.id, service, subnetsOf(links)),
  };
  return [
    {
      elements: [first.to.id, ...callers.map(({ id }) => id)],
      connections: links.map(({ id }) => id),
      message: `What ${namesOf(callers)} and ${namesOf(targets)} exchange goes through a NAT gateway, which charges for ${amount}. ${remedy}`,
      fixes: [fix],
    },
  ];
}

export const natForAwsServices: Rule = {
  id: 'COST-06',
  group: 'cost',
  byPart: true,
  severity: 'warning',
  title: 'AWS-service traffic pays for a NAT gateway',
  why: 'Buckets and tables are not on the internet as AWS sees it. Going there through a NAT gateway pays its price for each gigabyte all the same.',
  trigger:
    'A connection leads from a private subnet through a NAT gateway to S3 or DynamoDB, or carries more than 417 GB a month to another service that has an interface endpoint, and no VPC endpoint takes it there.',
  guide: ['2.8'],
  references: ['AWS Well-Architected COST08-BP03', 'Amazon VPC User Guide: gateway endpoints'],
  check: (topology) => findDetours(topology).flatMap(report),
};
