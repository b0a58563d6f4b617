import { countConnections, vpnConnection } from '../../catalog/services/vpn-connection';
import { HOURS } from '../charge';
import { vpnConnectionHour } from '../price-key';
import { count, defineSheet } from '../sheet';

/** What the tunnels carry out of the Region is charged on the connections that state it. */
export const vpnConnectionSheet = defineSheet(vpnConnection, (settings) => {
  const connections = countConnections(settings);
  return [
    {
      item: 'connection-hours',
      description: 'VPN connection, for each customer gateway',
      price: vpnConnectionHour,
      quantity: connections * HOURS,
      basis: `${count(connections, 'connection')} × ${HOURS} h`,
    },
    { item: 'virtual-private-gateway', description: 'Virtual private gateway', free: 'AWS charges for connections.' },
  ];
});
