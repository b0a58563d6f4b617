import { definitionOf } from '../../catalog/catalog';
import { placementProblem, realContainer } from '../../catalog/containment';
import { kinds } from '../../catalog/services';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ancestorsOf, subtreeOf } from '../../model/hierarchy';
import { fail, ok, type Result } from '../../util/result';
import { compareText } from '../../util/sorting';
import { addZone, freeCidr, openSite, type Site, subnetsOf, zonesOf } from './site';

const isLegal = (element: Element, container: Element | null): boolean =>
  container?.kind !== 'group' && placementProblem(element.kind, container?.kind ?? null) === undefined;

/** The nearest container that may hold the element: outwards first, then inside what it lies in, its own tier first. */
function nearestLegal(design: Design, element: Element): Element | null | undefined {
  const around = ancestorsOf(design, element);
  const outer = around.find((container) => isLegal(element, container));
  if (outer) return outer;
  if (isLegal(element, null)) return null;
  const inside = around.flatMap((container) => subtreeOf(design, container.id));
  const pool = inside.length > 0 ? inside : [...design.elements.values()];
  const exposure = element.kind === 'nat-gateway' || element.kind === 'bastion-host' ? 'public' : 'private';
  const rank = (place: Element): number =>
    (place.kind === 'subnet' && kinds.subnet.read(place.settings).exposure !== exposure ? 1 : 0) +
    (element.tier !== null && place.tier !== element.tier ? 2 : 0);
  return pool
    .filter((place) => place.id !== element.id && isLegal(element, place))
    .sort((a, b) => rank(a) - rank(b) || compareText(a.id, b.id))[0];
}

/** Moves an element to the nearest place where AWS allows it. A spanning service keeps the subnet it was dropped in. */
export function moveToLegalPlace(design: Design, id: string): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (!element) return fail('unknown-element', `There is no element ${id} in the design any more. Check again.`);
  const place = nearestLegal(design, element);
  if (place === undefined)
    return fail(
      'illegal-placement',
      `The design has no place for ${element.name} yet. Draw a VPC with a subnet first.`,
    );
  const dropped = ancestorsOf(design, element).find(({ kind }) => kind === 'subnet');
  const spans = definitionOf(element.kind)?.scope === 'spanning';
  const subnets = spans && dropped && element.subnets.length === 0 ? [dropped.id] : element.subnets;
  draft.patchElement(id, { parent: place?.id ?? null, subnets });
  return ok(draft.diff());
}

/** Leaves out subnets that belong to another VPC. */
export function dropForeignSubnets(design: Design, id: string, foreign: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (element) draft.patchElement(id, { subnets: element.subnets.filter((subnet) => !foreign.includes(subnet)) });
  return ok(draft.diff());
}

/** The zone with the fewest subnets of the subnet's tier; a new one where the VPC has none. */
function emptiestZone(site: Site, subnet: Element): Result<Element> {
  const sisters = subnetsOf(site).filter((entry) => entry.subnet.tier === subnet.tier && entry.subnet.id !== subnet.id);
  const count = (zone: Element): number => sisters.filter((entry) => entry.zone === zone.id).length;
  const [best] = zonesOf(site)
    .filter((zone) => isLegalZone(site, zone))
    .sort((a, b) => count(a) - count(b));
  return best ? ok(best) : addZone(site);
}

const isLegalZone = (site: Site, zone: Element): boolean =>
  realContainer(site.draft.design(), site.draft.element(zone.parent ?? '') ?? null)?.kind === 'vpc';

/** Puts a subnet into one zone of its VPC. */
export function putSubnetInZone(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const subnet = site.draft.element(id);
  const zone = subnet && emptiestZone(site, subnet);
  if (!zone) return ok(site.draft.diff());
  if (!zone.ok) return zone;
  site.draft.patchElement(id, { parent: zone.value.id });
  return ok(site.draft.diff());
}

/** Gives a subnet a free address range of its VPC. */
export function replanCidr(design: Design, newId: NewId, id: string, prefix: number): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const cidr = freeCidr(opened.value, prefix);
  if (!cidr.ok) return cidr;
  opened.value.draft.patchSettings(id, { cidr: cidr.value });
  return ok(opened.value.draft.diff());
}

/** Gives a subnet a free range of at least that size; fails where the VPC has none. */
export function enlargeCidr(design: Design, newId: NewId, id: string, prefix: number): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const cidr = freeCidr(opened.value, prefix);
  if (!cidr.ok) return cidr;
  const { vpc, draft } = opened.value;
  if (Number(cidr.value.split('/')[1]) > prefix)
    return fail('no-free-cidr', `${vpc.name} has no free /${prefix} for the subnet. Make its range larger.`);
  draft.patchSettings(id, { cidr: cidr.value });
  return ok(draft.diff());
}
