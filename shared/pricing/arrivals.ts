import type { ConnectionKind } from '../catalog/connections';
import type { UsageScenario } from '../catalog/usage-scenarios';
import type { Link, Topology } from '../topology/topology';
import { HOURS } from './charge';
import { scaleLink, scaleRequests } from './usage';

/** What drawn connections bring a service in a month; null where nobody said. */
export interface Arrivals {
  /** Gigabytes from users. */
  readonly viewerGb: number | null;
  readonly requests: number | null;
  /** Those over connections that only read, and only write: null as soon as one of the stated connections does both. */
  readonly reads: number | null;
  readonly writes: number | null;
}

export const NO_ARRIVALS: Arrivals = { viewerGb: null, requests: null, reads: null, writes: null };

const SECONDS_PER_MONTH = HOURS * 3600;

const plus = (sum: number | null, amount: number): number => (sum ?? 0) + amount;

const addRequests = (before: Arrivals, { access }: Link, perSecond: number): Arrivals => {
  const amount = perSecond * SECONDS_PER_MONTH;
  const isMixed = access === 'read-write' || (before.requests !== null && before.reads === null);
  const share = (sum: number | null, wanted: Link['access']): number | null =>
    isMixed ? null : plus(sum, access === wanted ? amount : 0);
  return {
    ...before,
    requests: plus(before.requests, amount),
    reads: share(before.reads, 'read'),
    writes: share(before.writes, 'write'),
  };
};

/** Connections that carry no requests of their own. */
const SILENT: ReadonlySet<ConnectionKind> = new Set<ConnectionKind>(['uses', 'monitors', 'failover', 'dns']);

const forgetRequests = (arrivals: Map<string, Arrivals>, links: readonly Link[]): void => {
  for (const { to, kind, requestsPerSecond } of links) {
    const known = requestsPerSecond === null && !SILENT.has(kind) ? arrivals.get(to.id) : undefined;
    if (known !== undefined) arrivals.set(to.id, { ...NO_ARRIVALS, viewerGb: known.viewerGb });
  }
};

/**
 * What arrives where, by id of the service; those about which nothing is said are left out. Requests count only where every
 * connection to the service states its own: a part of them would be taken for all.
 */
export const readArrivals = (topology: Topology, scenario: UsageScenario): ReadonlyMap<string, Arrivals> => {
  const arrivals = new Map<string, Arrivals>();
  for (const link of topology.links) {
    const isViewed = link.to.kind === 'cloudfront' && link.from.role === 'actor';
    if (link.requestsPerSecond === null && !isViewed) continue;
    let now = arrivals.get(link.to.id) ?? NO_ARRIVALS;
    const perSecond = scaleRequests(link, scenario);
    if (perSecond !== null) now = addRequests(now, link, perSecond);
    const gigabytes = isViewed ? scaleLink(link, scenario) : null;
    if (gigabytes !== null) now = { ...now, viewerGb: plus(now.viewerGb, gigabytes) };
    arrivals.set(link.to.id, now);
  }
  if (arrivals.size > 0) forgetRequests(arrivals, topology.links);
  return arrivals;
};

/** Whether two say the same. */
export const areSameArrivals = (a: Arrivals, b: Arrivals): boolean =>
  a === b || (a.viewerGb === b.viewerGb && a.requests === b.requests && a.reads === b.reads && a.writes === b.writes);
