import { kinds } from '../../../shared/catalog/services';
import type { Service, Vpc } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { noteSite, type SiteLink, siteLinksOf, siteRange, vpnsOf } from '../../plan/site-links';
import type { EmitContext, Emitter } from '../emit-context';
import { ref } from '../intrinsics';
import { routeTablesOf } from '../network';

const IPSEC = 'ipsec.1';
const GATEWAY = 'VpnGateway';

/**
 * The virtual private gateway that all VPN connections of a VPC share. It tells its routes to the tables of the VPC, which
 * it can only once it is attached: documentation of AWS::EC2::VPNGatewayRoutePropagation.
 */
function emitGateway(vpc: Vpc, context: EmitContext): void {
  const gateway = ref(context.id(vpc.id, GATEWAY));
  context.addToNetwork(vpc.id, GATEWAY, {
    Type: 'AWS::EC2::VPNGateway',
    Properties: { Type: IPSEC, Tags: context.tags(vpc.element.name) },
  });
  context.addToNetwork(vpc.id, 'VpnGatewayAttachment', {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: ref(context.id(vpc.id)), VpnGatewayId: gateway },
  });
  context.addToNetwork(vpc.id, 'VpnRoutes', {
    Type: 'AWS::EC2::VPNGatewayRoutePropagation',
    DependsOn: [context.id(vpc.id, 'VpnGatewayAttachment')],
    Properties: { RouteTableIds: routeTablesOf(context, vpc).map(ref), VpnGatewayId: gateway },
  });
}

const ADDRESS_PATTERN = '(?:[0-9]{1,3}\\.){3}[0-9]{1,3}';

const addressOf = (service: Service, { part, address }: SiteLink, context: EmitContext): JsonObject | string =>
  address === ''
    ? context.parameter(context.id(service.id, `${part}GatewayAddress`), {
        Type: 'String',
        Description: `Public IPv4 address of the ${part === '' ? '' : 'second '}customer gateway`,
        AllowedPattern: ADDRESS_PATTERN,
        ConstraintDescription: 'An IPv4 address',
      })
    : address;

function emitLink(service: Service, vpc: Vpc, link: SiteLink, context: EmitContext): void {
  const { asn, routing } = kinds['vpn-connection'].read(service.element.settings);
  const range = siteRange(service);
  const tags = context.tags(service.name);
  const connection = link.part === '' ? '' : 'SecondConnection';
  context.add(service, `${link.part}CustomerGateway`, {
    Type: 'AWS::EC2::CustomerGateway',
    Properties: { Type: IPSEC, BgpAsn: asn, IpAddress: addressOf(service, link, context), Tags: tags },
  });
  context.add(service, connection, {
    Type: 'AWS::EC2::VPNConnection',
    Properties: {
      Type: IPSEC,
      CustomerGatewayId: ref(context.id(service.id, `${link.part}CustomerGateway`)),
      VpnGatewayId: ref(context.id(vpc.id, GATEWAY)),
      StaticRoutesOnly: routing === 'static',
      Tags: tags,
    },
  });
  if (routing === 'static' && range !== undefined)
    context.add(service, `${link.part}Route`, {
      Type: 'AWS::EC2::VPNConnectionRoute',
      Properties: { DestinationCidrBlock: range, VpnConnectionId: ref(context.id(service.id, connection)) },
    });
  context.output(service, `${link.part}Id`, {
    Description: `VPN connection whose configuration the ${link.part === '' ? '' : 'second '}customer gateway takes`,
    Value: ref(context.id(service.id, connection)),
  });
}

export const vpnConnection: Emitter = (service, context) => {
  const { vpc } = service;
  if (!vpc) return;
  noteSite(service, context.notes);
  if (vpnsOf(context.stack, vpc)[0] === service) emitGateway(vpc, context);
  for (const link of siteLinksOf(service)) emitLink(service, vpc, link, context);
};
