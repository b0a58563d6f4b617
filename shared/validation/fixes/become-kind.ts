import { connectionKindsBetween } from '../../catalog/connections';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import type { JsonObject } from '../../util/json';
import { ok, type Result } from '../../util/result';
import { ensureInternetGateway, ownSubnets, publicSubnets, tierOfRole } from './load-balance';
import { openSite, type Site } from './site';
import { chooseZones, extendToTwoZones, zonesOfSubnets } from './spread';

/** Connections keep their ends; one that makes no sense any more gets the likeliest meaning, or goes. */
function mendLines({ draft }: Site, id: string): void {
  const seen = new Set<string>();
  for (const line of [...draft.connections()]) {
    if (line.from !== id && line.to !== id) continue;
    const allowed = connectionKindsBetween(draft.element(line.from)?.kind ?? '', draft.element(line.to)?.kind ?? '');
    const kind = allowed.find((name) => name === line.kind) ?? allowed[0];
    const key = `${kind} ${line.from} ${line.to}`;
    if (kind === undefined || seen.has(key)) draft.removeConnection(line.id);
    else if (kind !== line.kind) draft.putConnection({ ...line, kind, settings: {} });
    seen.add(key);
  }
}

/** Makes an element of the VPC one of another kind that spans subnets. It keeps its id, its name and what is connected. */
function becomeSpanning(site: Site, element: Element, kind: string, settings: JsonObject): void {
  const subnets = ownSubnets(site, element.id);
  site.draft.putElement({ ...element, kind, parent: site.vpc.id, subnets, settings });
  mendLines(site, element.id);
}

const FROM_OUTSIDE: ReadonlySet<string> = new Set(['users', 'office', 'route53-zone', 'cloudfront']);

/** Puts an Application Load Balancer over two zones in the place of a proxy on a machine. */
export function becomeLoadBalancer(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const proxy = site.draft.element(id);
  if (!proxy) return ok(site.draft.diff());
  const open = [...site.draft.connections()].some(
    ({ from, to }) => to === id && FROM_OUTSIDE.has(site.draft.element(from)?.kind ?? ''),
  );
  const secure = { listener: 'https', deletionProtection: true };
  becomeSpanning(site, proxy, 'application-load-balancer', open ? secure : { ...secure, scheme: 'internal' });
  if (!open) {
    const spread = extendToTwoZones(site, id);
    return spread.ok ? ok(site.draft.diff()) : spread;
  }
  const zones = chooseZones(site, proxy.tier, zonesOfSubnets(site, ownSubnets(site, id)));
  if (!zones.ok) return zones;
  ensureInternetGateway(site);
  const subnets = publicSubnets(site, zones.value, tierOfRole(site, 'load-balancing', 'public'));
  if (!subnets.ok) return subnets;
  site.draft.patchElement(id, { subnets: subnets.value });
  return ok(site.draft.diff());
}

/** Puts an RDS database with a standby in another zone in the place of a database on a machine. */
export function becomeDatabase(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const machine = site.draft.element(id);
  if (!machine) return ok(site.draft.diff());
  becomeSpanning(site, machine, 'rds-instance', { multiAz: true });
  const spread = extendToTwoZones(site, id);
  return spread.ok ? ok(site.draft.diff()) : spread;
}
