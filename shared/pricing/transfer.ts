import { endpointOf, shareBesideEndpoint, statesData } from '../topology/endpoints';
import { readNatShares } from '../topology/nat-path';
import type { Link, Service } from '../topology/topology';
import { carriesData, crossesFree, crossingShare } from '../topology/zone-crossing';
import type { Charge } from './charge';
import { endpointGigabyte, internetOut, interRegion, interZone, natGigabyte, type PriceKey } from './price-key';
import { showQuantity } from './show-quantity';

/** What AWS charges for the data of a connection. */
export type Transfer =
  /** Nothing: same zone, a service of the Region, behind CloudFront, or a connection that carries no data. */
  | { readonly type: 'free' }
  /** Sent from the Region to the internet. */
  | { readonly type: 'internet'; readonly region: string }
  /** `share` of the data crosses between Availability Zones. */
  | { readonly type: 'cross-zone'; readonly region: string; readonly share: number }
  /** `through` a NAT gateway on the way to a public service of the Region; `crossing` to a gateway in another zone. */
  | { readonly type: 'nat'; readonly region: string; readonly through: number; readonly crossing: number }
  /** Through an interface endpoint, `processed` where it charges the connection; `crossing` to one in another zone. */
  | { readonly type: 'endpoint'; readonly region: string; readonly processed: boolean; readonly crossing: number }
  | { readonly type: 'inter-region'; readonly region: string; readonly to: string };

const FREE: Transfer = { type: 'free' };

const isActor = (service: Service): boolean => service.role === 'actor';

/** Finds out what AWS charges for the data of a connection, by where its ends are. */
export const classifyTransfer = (link: Link): Transfer => {
  const { from, to } = link;
  if (!carriesData(link)) return FREE;
  if (isActor(from)) {
    // What CloudFront sends to viewers is on its own sheet.
    if (to.region === null || to.definition.scope === 'global') return FREE;
    return { type: 'internet', region: to.region.code };
  }
  if (from.region === null || to.region === null) return FREE;
  if (from.region.code !== to.region.code) {
    return { type: 'inter-region', region: from.region.code, to: to.region.code };
  }
  // Past the tunnels is out of AWS.
  if (from.definition.family === 'vpn') return FREE;
  if (to.definition.family === 'vpn') return { type: 'internet', region: from.region.code };
  const endpoint = endpointOf(link);
  if (endpoint?.kind === 'interface-endpoint') {
    const crosses = shareBesideEndpoint(from, endpoint);
    return { type: 'endpoint', region: from.region.code, processed: !statesData(endpoint), crossing: crosses };
  }
  const { through, crossing } = readNatShares(link);
  if (through > 0 || crossing > 0) return { type: 'nat', region: from.region.code, through, crossing };
  const share = crossesFree(link) ? 0 : crossingShare(link);
  return share > 0 ? { type: 'cross-zone', region: from.region.code, share } : FREE;
};

const bothWays = 2;

const chargeNat = (gigabytes: number, through: number, crossing: number): Charge[] => {
  const amount = showQuantity(gigabytes);
  const charges: Charge[] = [];
  if (through > 0) {
    charges.push({
      item: 'nat-data',
      description: 'Data through the NAT gateway',
      price: natGigabyte,
      quantity: gigabytes * through,
      basis: through === 1 ? `${amount} GB` : `${amount} GB × ${showQuantity(through * 100)} %`,
    });
  }
  if (crossing > 0) {
    charges.push({
      item: 'cross-zone-transfer',
      description: 'Data to a NAT gateway in another Availability Zone, charged in each direction',
      price: interZone,
      quantity: gigabytes * crossing * bothWays,
      basis: `${amount} GB × ${showQuantity(crossing * 100)} % across zones × ${bothWays} directions`,
    });
  }
  return charges;
};

const chargeEndpoint = (gigabytes: number, processed: boolean, crossing: number): Charge[] => {
  const amount = showQuantity(gigabytes);
  const charges: Charge[] = [];
  if (processed)
    charges.push({
      item: 'endpoint-data',
      description: 'Data through the interface endpoint',
      price: endpointGigabyte,
      quantity: gigabytes,
      basis: `${amount} GB`,
      pooled: true,
    });
  if (crossing > 0)
    charges.push({
      item: 'cross-zone-transfer',
      description: 'Data to an endpoint in another Availability Zone, charged in each direction',
      price: interZone,
      quantity: gigabytes * crossing * bothWays,
      basis: `${amount} GB × ${showQuantity(crossing * 100)} % across zones × ${bothWays} directions`,
    });
  return charges;
};

/** The charges for the data of a connection; none where AWS charges nothing. */
export const chargeTransfer = (transfer: Transfer, gigabytes: number): readonly Charge[] => {
  const amount = showQuantity(gigabytes);
  switch (transfer.type) {
    case 'free':
      return [];
    case 'nat':
      return chargeNat(gigabytes, transfer.through, transfer.crossing);
    case 'endpoint':
      return chargeEndpoint(gigabytes, transfer.processed, transfer.crossing);
    case 'internet':
      return [
        {
          item: 'internet-out',
          description: 'Data out to the internet: all of the stated traffic',
          price: internetOut,
          quantity: gigabytes,
          basis: `${amount} GB`,
          pooled: true,
        },
      ];
    case 'cross-zone':
      return [
        {
          item: 'cross-zone-transfer',
          description: 'Data between Availability Zones, charged in each direction',
          price: interZone,
          quantity: gigabytes * transfer.share * bothWays,
          basis: `${amount} GB × ${showQuantity(transfer.share * 100)} % across zones × ${bothWays} directions`,
        },
      ];
    case 'inter-region': {
      const keys: PriceKey[] = [interRegion(transfer.to), interRegion('other regions')];
      return [
        {
          item: 'inter-region-transfer',
          description: `Data from ${transfer.region} to ${transfer.to}`,
          price: keys,
          quantity: gigabytes,
          basis: `${amount} GB`,
        },
      ];
    }
  }
};
