import { isActorKind } from '../catalog/catalog';
import { kinds } from '../catalog/services';
import { groupBy } from '../util/grouping';
import { whenAsked } from '../util/when-asked';
import { callsService, endpointTarget } from './endpoints';
import type { ServiceDraft } from './resolve-services';
import { type Ingress, type Network, type Vpc, WORLD } from './topology';
import type { DraftLink } from './workings';

const NO_INGRESS: readonly Ingress[] = [];
const NO_LINKS: readonly DraftLink[] = [];

function sourceOf({ from }: DraftLink): Ingress['source'] {
  if (from.kind === 'users') return { kind: 'cidr', cidr: WORLD };
  if (from.kind === 'office') return { kind: 'cidr', cidr: kinds.office.read(from.element.settings).cidr };
  // What comes out of a tunnel has the address it had on-premises.
  if (from.kind === 'vpn-connection')
    return { kind: 'cidr', cidr: kinds['vpn-connection'].read(from.element.settings).onPremisesCidr };
  return { kind: 'service', id: from.id };
}

const ingressAt = (link: DraftLink, port: number): Ingress => ({
  source: sourceOf(link),
  protocol: link.protocol,
  fromPort: port,
  toPort: port,
  connectionId: link.id,
});

/** What a connection lets in: the load balancer answers on all its listeners for those who send it traffic; others use the connection's port. */
function ingressThrough(link: DraftLink): readonly Ingress[] {
  const { role, traits } = link.to;
  if (role !== 'load-balancer' || !traits.listens.some(({ port }) => port === link.port))
    return [ingressAt(link, link.port)];
  return traits.listens.map(({ port }) => ingressAt(link, port));
}

/** Those who ask a DNS zone come straight to what its names point at: the zone itself passes no traffic on. */
function ingressThroughDns(link: DraftLink, toZone: readonly DraftLink[]): Ingress[] {
  return toZone
    .filter(({ from }) => isActorKind(from.kind))
    .flatMap((asked) =>
      link.to.traits.listens.map(({ protocol, port }) => ({
        source: sourceOf(asked),
        protocol,
        fromPort: port,
        toPort: port,
        connectionId: link.id,
      })),
    );
}

/** What services let in is read from their links and, for interface endpoints, from what else lies in the VPC. */
interface Surroundings extends Pick<Network<ServiceDraft>, 'outgoing' | 'incoming'> {
  readonly inVpc: (vpc: Vpc | null) => readonly ServiceDraft[];
}

/** An interface endpoint lets in who calls its service; those in the VPC by their place, functions are placed later. */
function ingressOfCallers(endpoint: ServiceDraft, { outgoing, incoming, inVpc }: Surroundings): readonly Ingress[] {
  const target = endpointTarget(endpoint);
  if (!target) return NO_INGRESS;
  const callers = inVpc(endpoint.vpc).filter(
    (service) =>
      service.traits.inVpc &&
      callsService(service, target, outgoing[service.slot] ?? NO_LINKS, incoming[service.slot] ?? NO_LINKS),
  );
  const https = { protocol: 'tcp', fromPort: 443, toPort: 443, connectionId: null } as const;
  return callers.map(({ id }) => ({ source: { kind: 'service', id }, ...https }));
}

function ingressOf(service: ServiceDraft, around: Surroundings): readonly Ingress[] {
  const incoming = around.incoming[service.slot] ?? NO_LINKS;
  const written = service.ingress;
  const isEndpoint = service.kind === 'interface-endpoint';
  if (incoming.length === 0 && !isEndpoint) return written;
  const [only] = incoming;
  if (only?.opensPort && only.kind !== 'dns' && incoming.length === 1 && written.length === 0 && !isEndpoint)
    return ingressThrough(only);
  const ingress = [...written];
  for (const link of incoming) {
    if (link.kind === 'dns') ingress.push(...ingressThroughDns(link, around.incoming[link.from.slot] ?? NO_LINKS));
    if (link.opensPort) ingress.push(...ingressThrough(link));
  }
  if (isEndpoint) ingress.push(...ingressOfCallers(service, around));
  return ingress;
}

/**
 * Adds what services let in through the drawn connections to the rules written by hand. Of a VPC, either all its services
 * are among them or none.
 */
export function setIngress(
  services: readonly ServiceDraft[],
  network: Pick<Network<ServiceDraft>, 'outgoing' | 'incoming'>,
): void {
  const byVpc = whenAsked(() => groupBy(services, ({ vpc }) => vpc));
  const around: Surroundings = { ...network, inVpc: (vpc) => byVpc().get(vpc) ?? [] };
  for (const service of services) service.ingress = ingressOf(service, around);
}
