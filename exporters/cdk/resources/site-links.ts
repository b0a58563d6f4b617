import { kinds } from '../../../shared/catalog/services';
import type { Service, Vpc } from '../../../shared/topology/topology';
import { siteLinksOf, siteRange, vpnsOf } from '../../plan/site-links';
import type { CdkContext } from '../cdk-context';
import { addTags, given, keep, output, selectSubnets, setting } from '../cdk-context';
import { call, construct, list, object, ts } from '../code-writer';
import { pascalOf } from '../names';

function addSite(service: Service, context: CdkContext): void {
  const { asn, routing } = kinds['vpn-connection'].read(service.element.settings);
  const home = context.moduleOf(service);
  const range = siteRange(service);
  for (const { part, address } of siteLinksOf(service)) {
    const doc = `Public IPv4 address of the ${part === '' ? '' : 'second '}customer gateway.`;
    const link = construct(ts`ec2.VpnConnection`, `${pascalOf(service.id)}${part}`, {
      vpc: ts`this.vpc`,
      ip: address === '' ? setting(home, service, `${part}GatewayAddress`, doc, context) : address,
      asn: given(service, 'asn', asn, context),
      // An empty list, too, says that there is no BGP.
      staticRoutes: routing === 'static' ? list(range === undefined ? [] : [range]) : undefined,
    });
    const member = keep(service, link, context, part);
    addTags(home, member, service, context);
    const purpose = `VPN connection whose configuration the ${part === '' ? '' : 'second '}customer gateway takes`;
    output(service, `${part}Id`, purpose, ts`${member}.vpnId`, context);
  }
}

/** Part of the network construct, once that has its subnets: the gateway tells their route tables what lies behind it. */
export function writeSites(vpc: Vpc, context: CdkContext): void {
  const sites = vpnsOf(context.stack, vpc);
  const home = context.networkOf(vpc);
  if (sites.length === 0) return;
  home.heading('The way to the sites of your own.');
  const subnets = context.subnets.all().filter((subnet) => subnet.vpc === vpc);
  home.add(
    call(
      ts`this.vpc.enableVpnGateway`,
      object({
        type: ts`ec2.VpnConnectionType.IPSEC_1`,
        vpnRoutePropagation: list([selectSubnets(home, subnets, context)]),
      }),
    ),
  );
  for (const site of sites) context.pen.during([site.id], () => addSite(site, context));
}
