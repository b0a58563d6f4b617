import { kinds } from '../../../catalog/services';
import { countConnections } from '../../../catalog/services/vpn-connection';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const readSettings = ({ element }: Service) => kinds['vpn-connection'].read(element.settings);

/** Another connection takes over, and ends at another device as far as anybody said. */
function hasBackup(topology: Topology, vpn: Service): boolean {
  const { gatewayAddress } = readSettings(vpn);
  const others = [
    ...topology.outgoing(vpn.id).flatMap(({ kind, to }) => (kind === 'failover' ? [to] : [])),
    ...topology.incoming(vpn.id).flatMap(({ kind, from }) => (kind === 'failover' ? [from] : [])),
  ];
  return others.some(
    (other) =>
      other.kind === 'vpn-connection' &&
      (gatewayAddress === '' || readSettings(other).gatewayAddress !== gatewayAddress),
  );
}

function nameLack(connections: number, oneTunnel: boolean): string {
  const device = 'all of it ends at one customer gateway';
  const tunnel = connections > 1 ? 'each connection uses one of its two tunnels' : 'one of its two tunnels is set up';
  if (connections > 1) return tunnel;
  return oneTunnel ? `${device}, and ${tunnel}` : device;
}

function checkVpn(topology: Topology, facts: Facts, vpn: Service): Violation | undefined {
  const settings = readSettings(vpn);
  const connections = countConnections(settings);
  const oneTunnel = settings.activeTunnels === 'one';
  if ((connections > 1 && !oneTunnel) || !topology.isCritical(vpn.id) || hasBackup(topology, vpn)) return undefined;
  const when = [
    ...(connections === 1 ? ['that device or its line fails'] : []),
    ...(oneTunnel ? ['AWS maintains the end of that tunnel'] : []),
  ].join(', or ');
  const shared = settings.customerGateways === 'two' && connections === 1;
  return {
    elements: [vpn.id],
    message: `Requests depend on ${vpn.name}, and ${nameLack(connections, oneTunnel)}${shared ? ' (both have the same address)' : ''}. The site is cut off when ${when}. Set up both tunnels to a second customer gateway on another line.`,
    evidence: facts.losses.evidence([vpn]),
    fixes: [
      changeSettings(vpn.id, 'Use both tunnels, and add a second customer gateway', {
        customerGateways: 'two',
        activeTunnels: 'two',
        ...(shared ? { secondGatewayAddress: '' } : {}),
      }),
    ],
  };
}

export const siteHasOneLink: Rule = {
  id: 'AVL-15',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'warning',
  title: 'Link to on-premises has no second path',
  why: 'AWS runs its end of a VPN connection in two zones. That helps little when everything meets in one device at the other end.',
  trigger:
    'A VPN connection on the way of requests has one customer gateway, two with one address, or one tunnel set up, and no other VPN connection takes over (a failover connection).',
  guide: [],
  references: ['AWS Well-Architected REL02-BP02'],
  check: (topology, facts) => mapDefined(topology.ofKind('vpn-connection'), (vpn) => checkVpn(topology, facts, vpn)),
};
