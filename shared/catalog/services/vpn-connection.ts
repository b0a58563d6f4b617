import { z } from 'zod';
import { choice, integer, text } from '../fields';
import { defineKind } from '../kind';
import { SERVICE } from '../sizes';

/** Empty, or an IPv4 address. */
const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})?$/;
const ADDRESS_FORM = 'an IPv4 address such as 203.0.113.9, or nothing';
const GATEWAYS = { one: 'One', two: 'Two, each with a connection of its own' } as const;
const TUNNELS = { two: 'Both', one: 'One of two' } as const;

export const vpnConnection = defineKind({
  kind: 'vpn-connection',
  title: 'Site-to-Site VPN connection',
  newName: 'VPN connection',
  category: 'Network',
  icon: 'resource/AmazonVPCVPNConnection',
  summary:
    'Joins a VPC to one site of your own through encrypted tunnels: the virtual private gateway here, a customer gateway there.',
  keywords: ['vpn', 'ipsec', 'on-premises', 'customer gateway', 'virtual private gateway', 'tunnel', 'bgp', 'hybrid'],
  docsUrl: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
  scope: 'vpc',
  family: 'vpn',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    onPremisesCidr: text({
      label: 'Addresses of the site',
      help: 'Private range of the network at the other end, in CIDR notation. It must not overlap the range of the VPC.',
      default: '192.168.0.0/16',
      maxLength: 18,
      pattern: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
      form: 'a range such as 192.168.0.0/16',
      section: 'Basics',
    }),
    routing: choice(
      { bgp: 'The site tells them (BGP)', static: 'Static routes' },
      {
        label: 'Routes',
        help: 'With BGP the two ends find out by themselves when a tunnel is down. Static routes are for devices without BGP.',
        default: 'bgp',
        section: 'Basics',
      },
    ),
    asn: integer({
      label: 'ASN of the site',
      help: 'Number of its network in BGP, private ones are 64512 to 65534. AWS uses 64512 at its end. Without meaning for static routes.',
      min: 1,
      max: 2_147_483_647,
      default: 65_000,
      section: 'Basics',
    }),
    customerGateways: choice(GATEWAYS, {
      label: 'Customer gateways',
      help: 'Devices at the site that end the tunnels. With one, the link is gone when the device, its power or its line is.',
      default: 'one',
      section: 'Capacity',
    }),
    activeTunnels: choice(TUNNELS, {
      label: 'Tunnels that are set up',
      help: 'Each connection has two tunnels that end in different Availability Zones. AWS maintains one at a time.',
      default: 'two',
      section: 'Capacity',
    }),
    gatewayAddress: text({
      label: 'Address of the customer gateway',
      help: 'Public IPv4 address of the device at the site. Empty: whoever deploys the template enters it.',
      placeholder: 'Asked when deployed',
      default: '',
      maxLength: 15,
      pattern: ADDRESS,
      form: ADDRESS_FORM,
      section: 'Network',
    }),
    secondGatewayAddress: text({
      label: 'Address of the second one',
      help: 'Only with two customer gateways. Another device, best on another line. Empty: whoever deploys the template enters it.',
      placeholder: 'Asked when deployed',
      default: '',
      maxLength: 15,
      pattern: ADDRESS,
      form: ADDRESS_FORM,
      section: 'Network',
    }),
  }),
  headline: ({ onPremisesCidr, customerGateways }) =>
    customerGateways === 'two' ? `${onPremisesCidr} · two gateways` : onPremisesCidr,
  traits: (settings) => {
    const connections = countConnections(settings);
    return {
      role: 'gateway',
      copies: { min: connections, desired: connections, max: connections },
      // One tunnel may end in the zone that fails; one device is one device.
      selfRedundant: connections > 1 && settings.activeTunnels === 'two',
      encryptsTransit: true,
    };
  },
});

/** Two customer gateways are two connections, unless both are said to have one address: then they are one device. */
export function countConnections(settings: {
  readonly customerGateways: keyof typeof GATEWAYS;
  readonly gatewayAddress: string;
  readonly secondGatewayAddress: string;
}): 1 | 2 {
  const { customerGateways, gatewayAddress, secondGatewayAddress } = settings;
  return customerGateways === 'two' && (gatewayAddress === '' || gatewayAddress !== secondGatewayAddress) ? 2 : 1;
}
