import type { UsageScenario } from '../catalog/usage-scenarios';
import { endpointOf, shareBesideEndpoint, statesData } from '../topology/endpoints';
import { readNatShares } from '../topology/nat-path';
import type { Link, Service } from '../topology/topology';
import { carriesData, crossesFree, crossingShare } from '../topology/zone-crossing';
import { priceCharges } from './charge';
import type { Micros } from './money';
import type { PriceBooks } from './price-book';
import { explainNoBook } from './price-service';
import { chargeTransfer, classifyTransfer, type Transfer } from './transfer';
import { scaleLink, scaleRequests } from './usage';

/** The way a part of a connection's data takes. */
export type Way =
  | 'same-zone'
  | 'cross-zone'
  | 'region'
  | 'nat'
  | 'nat-cross-zone'
  | 'endpoint'
  | 'endpoint-cross-zone'
  | 'internet'
  | 'cdn'
  | 'inter-region';

export const WAYS: Readonly<Record<Way, string>> = {
  'same-zone': 'In the same zone',
  'cross-zone': 'Across zones',
  region: 'Within the Region',
  nat: 'Through a NAT gateway',
  'nat-cross-zone': 'To a NAT gateway in another zone',
  endpoint: 'Through a VPC endpoint',
  'endpoint-cross-zone': 'To a VPC endpoint in another zone',
  internet: 'Out to the internet',
  cdn: 'Through the CDN',
  'inter-region': 'To another Region',
};

/** A part of a connection's data. */
export interface TrafficPart {
  readonly way: Way;
  /** Of all the data; the parts come to 1. */
  readonly share: number;
  /** A month; null where nobody said how much flows. */
  readonly gigabytes: number | null;
  /** What this part costs by itself, free allowances aside; null where amount or price is not known. */
  readonly micros: Micros | null;
  /** Why it costs nothing, or is paid elsewhere; empty where it is priced here. */
  readonly note: string;
}

export interface TrafficSplit {
  readonly gigabytes: number | null;
  readonly requestsPerSecond: number | null;
  /** By share, the largest first. */
  readonly parts: readonly TrafficPart[];
}

interface Part {
  readonly way: Way;
  readonly share: number;
  readonly transfer: Transfer;
  readonly note?: string;
}

const FREE: Transfer = { type: 'free' };
const free = (way: Way, share: number, note: string): Part => ({ way, share, transfer: FREE, note });

const ON_GATEWAY = 'Counted on the gateway, which states its own data.';

const splitNat = (link: Link, region: string): Part[] => {
  const { path, through, crossing } = readNatShares(link);
  const nat = (way: Way, share: number, crosses: boolean): Part => ({
    way,
    share,
    transfer: { type: 'nat', region, through: through / path, crossing: crosses ? 1 : 0 },
    note: through > 0 ? '' : ON_GATEWAY,
  });
  return [
    nat('nat', path - crossing, false),
    nat('nat-cross-zone', crossing, true),
    free('region', 1 - path, 'From public subnets, straight to the service.'),
  ];
};

const ON_ENDPOINT = 'Counted on the endpoint, which states its own data.';

const splitEndpoint = (link: Link, endpoint: Service, region: string): Part[] => {
  if (endpoint.kind === 'gateway-endpoint') return [free('endpoint', 1, 'A gateway endpoint costs nothing.')];
  const crossing = shareBesideEndpoint(link.from, endpoint);
  const processed = !statesData(endpoint);
  const part = (way: Way, share: number, crosses: boolean): Part => ({
    way,
    share,
    transfer: { type: 'endpoint', region, processed, crossing: crosses ? 1 : 0 },
    note: processed ? '' : ON_ENDPOINT,
  });
  return [part('endpoint', 1 - crossing, false), part('endpoint-cross-zone', crossing, true)];
};

/** Where both ends run in zones of one Region. */
const splitZones = (link: Link, region: string): Part[] => {
  const share = crossingShare(link);
  const across: Part = crossesFree(link)
    ? free('cross-zone', share, 'AWS does not charge for crossing here.')
    : { way: 'cross-zone', share, transfer: { type: 'cross-zone', region, share: 1 } };
  return [free('same-zone', 1 - share, ''), across];
};

const splitLink = (link: Link): Part[] => {
  if (!carriesData(link)) return [];
  const { from, to } = link;
  const transfer = classifyTransfer(link);
  if (transfer.type === 'internet') return [{ way: 'internet', share: 1, transfer }];
  if (transfer.type === 'inter-region') return [{ way: 'inter-region', share: 1, transfer }];
  if (to.kind === 'cloudfront') return [free('cdn', 1, 'Paid for on the distribution.')];
  if (from.kind === 'cloudfront') return [free('cdn', 1, 'AWS does not charge for data from its own origins.')];
  if (from.region === null || to.region === null) return [];
  const { code } = from.region;
  const endpoint = endpointOf(link);
  if (endpoint) return splitEndpoint(link, endpoint, code);
  if (readNatShares(link).path > 0) return splitNat(link, code);
  if (from.members.length > 0 && to.members.length > 0) return splitZones(link, code);
  return [free('region', 1, 'Between services of one Region.')];
};

const priceOf = (transfer: Transfer, gigabytes: number | null, books: PriceBooks): Micros | null => {
  if (transfer.type === 'free') return 0;
  if (gigabytes === null) return null;
  const { region } = transfer;
  const subject = { elementId: '', region, book: books.find(region), noBook: explainNoBook(region) };
  const { lines } = priceCharges(subject, chargeTransfer(transfer, gigabytes));
  return lines.reduce<Micros | null>(
    (sum, { monthlyMicros }) => (sum === null || monthlyMicros === null ? null : sum + monthlyMicros),
    0,
  );
};

/** Under this a share is what binary fractions leave over. */
const NOTHING = 1e-12;

/** Splits what a connection carries by the ways the places of its ends send it, with the price of each; empty for what carries no data. */
export const splitTraffic = (link: Link, books: PriceBooks, scenario: UsageScenario): TrafficSplit => {
  const gigabytes = scaleLink(link, scenario);
  const parts = splitLink(link)
    .filter(({ share }) => share > NOTHING)
    .sort((a, b) => b.share - a.share)
    .map(({ way, share, transfer, note = '' }): TrafficPart => {
      const amount = gigabytes === null ? null : gigabytes * share;
      return { way, share, gigabytes: amount, micros: priceOf(transfer, amount, books), note };
    });
  return { gigabytes, requestsPerSecond: scaleRequests(link, scenario), parts };
};
