import { definitionOf } from '../../catalog/catalog';
import { connectionSettings } from '../../catalog/connections';
import { kinds } from '../../catalog/services';
import { type Connection, type Design, type Element, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ancestorOfKind } from '../../model/hierarchy';
import type { SubnetClass } from '../../topology/topology';
import { ok, type Result } from '../../util/result';
import { addPart, openSite, type Site, subnetIn, subnetsOf } from './site';
import { chooseZones, extendTo, zonesOfSubnets } from './spread';

type TierRoleName = 'load-balancing' | 'cache';

const familyOf = (site: Site, id: string): string | undefined =>
  definitionOf(site.draft.element(id)?.kind ?? '')?.family;

/** The VPC's tier of that role; made below the others where there is none. */
export function tierOfRole(site: Site, role: TierRoleName, exposure: SubnetClass): Element {
  const design = site.draft.design();
  const tiers = [...design.elements.values()].filter(({ kind }) => kind === 'tier');
  const inVpc = tiers.filter((tier) => ancestorOfKind(design, tier, 'vpc')?.id === site.vpc.id);
  const known = inVpc.find((tier) => kinds.tier.read(tier.settings).role === role);
  if (known) return known;
  const bottom = inVpc.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  const frame = { x: 24, y: bottom + 24, width: inVpc[0]?.frame.width ?? 640, height: 128 };
  const name = role === 'cache' ? 'Cache tier' : 'Load balancing tier';
  return addPart(site.draft, site.newId, 'tier', { name, parent: site.vpc.id, frame, settings: { role, exposure } });
}

/** Public subnets need the way to the internet that this adds where the VPC has none. */
export function ensureInternetGateway(site: Site): void {
  const design = site.draft.design();
  for (const element of design.elements.values())
    if (element.kind === 'internet-gateway' && ancestorOfKind(design, element, 'vpc')?.id === site.vpc.id) return;
  addPart(site.draft, site.newId, 'internet-gateway', { parent: site.vpc.id });
}

/** Connections over which requests reach any of the targets from something that does not spread them. */
function unbalancedSources(site: Site, targets: ReadonlySet<string>): Connection[] {
  return [...site.draft.connections()].filter(
    ({ kind, from, to }) =>
      (kind === 'traffic' || kind === 'dns') &&
      targets.has(to) &&
      !targets.has(from) &&
      familyOf(site, from) !== 'load-balancer',
  );
}

export const isBalanced = (site: Site, targets: ReadonlySet<string>): boolean =>
  [...site.draft.connections()].some(
    ({ kind, from, to }) => kind === 'traffic' && targets.has(to) && familyOf(site, from) === 'load-balancer',
  );

/** One public subnet in each of the zones, made in the load balancing tier where there is none. */
export function publicSubnets(site: Site, zones: readonly Element[], tier: Element): Result<string[]> {
  const ids: string[] = [];
  for (const zone of zones) {
    const open = subnetsOf(site).find(
      (entry) => entry.zone === zone.id && kinds.subnet.read(entry.subnet.settings).exposure === 'public',
    );
    const subnet = open ? ok(open.subnet) : subnetIn(site, zone, { tier: tier.id, exposure: 'public' });
    if (!subnet.ok) return subnet;
    ids.push(subnet.value.id);
  }
  return ok(ids);
}

function balancerKind(sources: readonly Connection[]) {
  const protocols = sources.map(({ settings }) => connectionSettings.read(settings));
  const plain = protocols.every(({ protocol }) => protocol === 'tcp' || protocol === 'udp');
  const first = protocols[0];
  if (!plain || !first) return { kind: 'application-load-balancer', settings: {} };
  const port = first.port === 0 ? {} : { port: first.port };
  return { kind: 'network-load-balancer', settings: { protocol: first.protocol, ...port } };
}

/** Re-targets what calls the copies to a new load balancer in front of them, over all their zones and at least two. */
export function putLoadBalancerInFront(site: Site, targetIds: readonly string[]): Result<string | null> {
  const targets = new Set(targetIds);
  const sources = unbalancedSources(site, targets);
  const first = site.draft.element(targetIds[0] ?? '');
  if (sources.length === 0 || !first) return ok(null);
  const fromOutside = sources.some(({ from }) => ['actor', 'cdn', 'dns'].includes(familyOf(site, from) ?? ''));
  const { kind, settings } = balancerKind(sources);
  const own = targetIds.flatMap((id) => ownSubnets(site, id));
  const zones = chooseZones(site, first.tier, zonesOfSubnets(site, own));
  if (!zones.ok) return zones;
  const frame = { ...site.vpc.frame, x: first.frame.x, y: Math.max(24, first.frame.y - 96), width: 176, height: 72 };
  const balancer = addPart(site.draft, site.newId, kind, { parent: site.vpc.id, frame, settings });
  if (fromOutside) {
    ensureInternetGateway(site);
    const tier = tierOfRole(site, 'load-balancing', 'public');
    const subnets = publicSubnets(site, zones.value, tier);
    if (!subnets.ok) return subnets;
    site.draft.patchElement(balancer.id, { tier: tier.id, subnets: subnets.value });
    const secure = kind === 'application-load-balancer' ? { listener: 'https' } : {};
    site.draft.patchSettings(balancer.id, { ...secure, deletionProtection: true });
  } else {
    site.draft.patchElement(balancer.id, { subnets: own.slice(0, 1) });
    site.draft.patchSettings(balancer.id, { scheme: 'internal', deletionProtection: true });
    const extended = extendTo(site, balancer.id, zones.value);
    if (!extended.ok) return extended;
  }
  redirect(site, sources, balancer.id, targetIds);
  return ok(balancer.id);
}

/** Subnets a service runs in, be it zonal or spanning. */
export function ownSubnets(site: Site, id: string): string[] {
  const element = site.draft.element(id);
  if (!element) return [];
  if (element.subnets.length > 0) return [...element.subnets];
  const home = ancestorOfKind(site.draft.design(), element, 'subnet');
  return home ? [home.id] : [];
}

function redirect(site: Site, sources: readonly Connection[], balancer: string, targets: readonly string[]): void {
  const { draft, newId } = site;
  const joined = new Set<string>();
  for (const source of sources) {
    const key = `${source.kind} ${source.from}`;
    if (joined.has(key)) {
      draft.removeConnection(source.id);
      continue;
    }
    joined.add(key);
    const { port: _port, protocol: _protocol, ...settings } = source.settings;
    draft.putConnection({ ...source, to: balancer, settings });
  }
  for (const to of targets)
    draft.putConnection(makeConnection({ id: newId('connection'), kind: 'traffic', from: balancer, to }));
}

/** Gives every load balancer that feeds the service a subnet in each zone the service runs in. */
export function reachFromLoadBalancers(site: Site, targetId: string): Result<void> {
  const wanted = zonesOfSubnets(site, ownSubnets(site, targetId));
  for (const { kind, from, to } of [...site.draft.connections()]) {
    if (kind !== 'traffic' || to !== targetId || familyOf(site, from) !== 'load-balancer') continue;
    const balancer = site.draft.element(from);
    if (!balancer) continue;
    const zones = chooseZones(site, balancer.tier, zonesOfSubnets(site, balancer.subnets), wanted);
    const extended = zones.ok ? extendTo(site, from, zones.value, 'public') : zones;
    if (!extended.ok) return extended;
  }
  return ok(undefined);
}

/** Puts a load balancer in front of the copies. */
export function runBehindLoadBalancer(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const site = openSite(design, newId, ids[0] ?? '');
  if (!site.ok) return site;
  const balanced = putLoadBalancerInFront(site.value, ids);
  return balanced.ok ? ok(site.value.draft.diff()) : balanced;
}
