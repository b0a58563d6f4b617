import { definitionOf } from '../../catalog/catalog';
import { kinds } from '../../catalog/services';
import { type Design, type Element, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import { fail, ok, type Result } from '../../util/result';
import type { Fix } from '../rule';
import { ownSubnets, tierOfRole } from './load-balance';
import { addPart, openSite, type Site } from './site';
import { chooseZones, extendTo, extendToTwoZones, zonesOfSubnets } from './spread';

/** Settings of a cache whose loss of one node or zone nobody notices. */
export const SAFE_CACHE = { replicas: 1, multiAz: true, automaticFailover: true } as const;

const keepsSetting = (site: Site, id: string): boolean =>
  definitionOf(site.draft.element(id)?.kind ?? '')?.family === 'compute';

function joinSessions(site: Site, ids: readonly string[], store: string): void {
  for (const id of ids) {
    if (keepsSetting(site, id)) site.draft.patchSettings(id, { sessionStore: 'external' });
    const known = [...site.draft.connections()].some(
      ({ kind, from, to }) => kind === 'session' && from === id && to === store,
    );
    if (!known)
      site.draft.putConnection(makeConnection({ id: site.newId('connection'), kind: 'session', from: id, to: store }));
  }
}

/** A cache of the VPC that fails over by itself. */
function findSafeCache(site: Site): Element | undefined {
  const design = site.draft.design();
  return [...design.elements.values()].find((element) => {
    if (element.kind !== 'elasticache-redis' || ancestorOfKind(design, element, 'vpc')?.id !== site.vpc.id)
      return false;
    const { replicas, multiAz, automaticFailover } = kinds['elasticache-redis'].read(element.settings);
    return replicas > 0 && multiAz && automaticFailover && zonesOfSubnets(site, element.subnets).length >= 2;
  });
}

/** A Valkey cache over two zones: one that is there, else a new one in the cache tier near the services. */
export function safeCacheFor(site: Site, ids: readonly string[], name: string): Result<string> {
  const known = findSafeCache(site);
  if (known) return ok(known.id);
  const tier = tierOfRole(site, 'cache', 'isolated');
  const frame = { x: 24, y: tier.frame.y + 28, width: 176, height: 72 };
  const cache = addPart(site.draft, site.newId, 'elasticache-redis', {
    name,
    parent: site.vpc.id,
    tier: tier.id,
    frame,
    settings: SAFE_CACHE,
  });
  const used = ids.flatMap((id) => zonesOfSubnets(site, ownSubnets(site, id)));
  const zones = chooseZones(site, tier.id, [], [...new Set(used)].slice(0, 2));
  const extended = zones.ok ? extendTo(site, cache.id, zones.value) : zones;
  return extended.ok ? ok(cache.id) : extended;
}

/** Keeps the sessions of the services in a Valkey cache over two zones. */
export function keepSessionsInCache(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const opened = openSite(design, newId, ids[0] ?? '');
  if (!opened.ok) return opened;
  const cache = safeCacheFor(opened.value, ids, 'Session cache');
  if (!cache.ok) return cache;
  joinSessions(opened.value, ids, cache.value);
  return ok(opened.value.draft.diff());
}

/** Leads session connections to a Valkey cache over two zones; their old target keeps what else it has. */
export function moveSessionsToCache(design: Design, newId: NewId, lines: readonly string[]): Result<DesignDiff> {
  const callers = [...new Set(lines.flatMap((id) => design.connections.get(id)?.from ?? []))];
  const opened = openSite(design, newId, callers[0] ?? '');
  if (!opened.ok) return opened;
  const cache = safeCacheFor(opened.value, callers, 'Session cache');
  if (!cache.ok) return cache;
  for (const id of lines) opened.value.draft.removeConnection(id);
  joinSessions(opened.value, callers, cache.value);
  return ok(opened.value.draft.diff());
}

/** Turns a Memcached cache into a Valkey one over two zones. It keeps its id, and with it its connections. */
export function useRedis(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const { nodes: _nodes, ...kept } = opened.value.draft.element(id)?.settings ?? {};
  opened.value.draft.patchElement(id, { kind: 'elasticache-redis', settings: { ...kept, ...SAFE_CACHE } });
  const spread = extendToTwoZones(opened.value, id);
  return spread.ok ? ok(opened.value.draft.diff()) : spread;
}

/** Adds a regional service beside the VPC and connects the services to it. */
export function addRegionalStore(
  design: Design,
  newId: NewId,
  ids: readonly string[],
  store: { readonly kind: string; readonly name: string; readonly settings: Element['settings'] },
): Result<{ readonly site: Site; readonly store: string }> {
  const opened = openSite(design, newId, ids[0] ?? '');
  if (!opened.ok) return opened;
  const site = opened.value;
  const region = ancestorOfKind(design, site.vpc, 'region');
  if (!region) return fail('illegal-placement', `${site.vpc.name} lies in no Region. Move it into one first.`);
  const { frame } = site.vpc;
  const size = definitionOf(store.kind)?.size ?? { width: 176, height: 72 };
  const added = addPart(site.draft, newId, store.kind, {
    name: store.name,
    parent: region.id,
    frame: { x: frame.x, y: frame.y + frame.height + 24, ...size },
    settings: store.settings,
  });
  // Who is to call it needs a permission, which follows from the connection where there is a role.
  for (const id of ids)
    if (site.draft.element(id)?.settings.awsAccess === 'none') site.draft.patchSettings(id, { awsAccess: 'role' });
  return ok({ site, store: added.id });
}

/** Keeps the sessions of the services in a new DynamoDB table. */
export function keepSessionsInTable(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const settings = { partitionKey: 'sessionId' };
  const added = addRegionalStore(design, newId, ids, { kind: 'dynamodb-table', name: 'Sessions', settings });
  if (!added.ok) return added;
  joinSessions(added.value.site, ids, added.value.store);
  return ok(added.value.site.draft.diff());
}

/** Notes that the services hand each user a signed token and keep nothing themselves. */
export function keepSessionsInTokens(design: Design, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) draft.patchSettings(id, { sessionStore: 'tokens' });
  return ok(draft.diff());
}

/** The three homes sessions can have; the services are those that keep them. */
export const sessionFixes = (ids: readonly string[]): Fix[] => [
  {
    id: 'cache',
    title: 'Keep sessions in a Valkey cache over two Availability Zones',
    kind: 'choice',
    apply: (design, newId) => keepSessionsInCache(design, newId, ids),
  },
  {
    id: 'table',
    title: 'Keep sessions in a DynamoDB table',
    kind: 'choice',
    apply: (design, newId) => keepSessionsInTable(design, newId, ids),
  },
  {
    id: 'tokens',
    title: 'Use signed tokens and keep nothing on the server',
    kind: 'choice',
    apply: (design) => keepSessionsInTokens(design, ids),
  },
];
