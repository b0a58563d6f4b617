import { definitionOf } from '../../catalog/catalog';
import { kinds } from '../../catalog/services';
import { type Cidr, formatCidr, nextFreeCidr, parseCidr } from '../../model/cidr';
import { type Design, type Element, makeElement, type NewId } from '../../model/design';
import { type Draft, draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import type { SubnetClass } from '../../topology/topology';
import { fail, ok, type Result } from '../../util/result';
import { compareText } from '../../util/sorting';

/** A VPC being changed by a fix. */
export interface Site {
  readonly draft: Draft;
  readonly newId: NewId;
  readonly vpc: Element;
}

/** What a subnet is made for; an existing one that matches is used instead. */
export interface SubnetNeed {
  readonly tier: string | null;
  readonly exposure: SubnetClass;
}

const GAP = 24;
const MAX_PREFIX = 28;
const LETTERS = ['a', 'b', 'c'] as const;

const elementsIn = (draft: Draft): { readonly elements: ReadonlyMap<string, Element> } => ({
  elements: new Map([...draft.elements()].map((element) => [element.id, element])),
});

/** Opens the VPC around an element, or around the first of its subnets. */
export function openSite(design: Design, newId: NewId, elementId: string): Result<Site> {
  const element = design.elements.get(elementId);
  if (!element)
    return fail(
      'unknown-element',
      `There is no element ${elementId} in the design any more. Check the findings again.`,
    );
  const home = [element, ...element.subnets.map((id) => design.elements.get(id))];
  for (const place of home) {
    const vpc = place && (place.kind === 'vpc' ? place : ancestorOfKind(design, place, 'vpc'));
    if (vpc) return ok({ draft: draftOf(design), newId, vpc });
  }
  return fail('illegal-placement', `${element.name} lies in no VPC. Move it into one first.`);
}

/** Adds an element of a kind, with the catalog's size and a free name. */
export function addPart(
  draft: Draft,
  newId: NewId,
  kind: string,
  fields: Partial<Omit<Element, 'id' | 'kind'>>,
): Element {
  const size = definitionOf(kind)?.size ?? { width: 176, height: 72 };
  const element = makeElement({
    id: newId(kind),
    kind,
    frame: { x: GAP, y: GAP, ...size },
    ...fields,
    name: freeName(draft, fields.name ?? definitionOf(kind)?.newName ?? kind),
  });
  draft.putElement(element);
  return element;
}

function freeName(draft: Draft, wanted: string): string {
  const names = new Set([...draft.elements()].map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

export const zoneLetter = (zone: Element): string => kinds['availability-zone'].read(zone.settings).zone;

/** Zones of the VPC by letter. */
export function zonesOf({ draft, vpc }: Site): Element[] {
  const design = elementsIn(draft);
  return [...design.elements.values()]
    .filter(({ kind }) => kind === 'availability-zone')
    .filter((zone) => ancestorOfKind(design, zone, 'vpc')?.id === vpc.id)
    .sort((a, b) => compareText(zoneLetter(a), zoneLetter(b)) || compareText(a.id, b.id));
}

/** Subnets of the VPC with the id of their zone, by id. */
export function subnetsOf({ draft, vpc }: Site): { readonly subnet: Element; readonly zone: string | null }[] {
  const design = elementsIn(draft);
  return [...design.elements.values()]
    .filter(({ kind }) => kind === 'subnet')
    .filter((subnet) => ancestorOfKind(design, subnet, 'vpc')?.id === vpc.id)
    .map((subnet) => ({ subnet, zone: ancestorOfKind(design, subnet, 'availability-zone')?.id ?? null }))
    .sort((a, b) => compareText(a.subnet.id, b.subnet.id));
}

/** Adds a zone with the next free letter, right of the others. */
export function addZone(site: Site): Result<Element> {
  const zones = zonesOf(site);
  const taken = new Set(zones.map(zoneLetter));
  const letter = LETTERS.find((free) => !taken.has(free));
  if (!letter)
    return fail('bad-setting', `${site.vpc.name} already uses the zones a, b and c; no further one can be added.`);
  const right = zones.reduce((x, { frame }) => Math.max(x, frame.x + frame.width), 0);
  const size = zones[0]?.frame ?? { y: GAP * 2, width: 240, height: 400 };
  const frame = { x: right + GAP, y: size.y, width: size.width, height: size.height };
  const name = regionCode(site) + letter;
  return ok(
    addPart(site.draft, site.newId, 'availability-zone', {
      name,
      parent: site.vpc.id,
      frame,
      settings: { zone: letter },
    }),
  );
}

function regionCode({ draft, vpc }: Site): string {
  const region = ancestorOfKind(elementsIn(draft), vpc, 'region');
  return region ? kinds.region.read(region.settings).code : 'Availability Zone ';
}

/** A free range of the VPC, as long as `prefix` if there is room, else the longest that fits. */
export function freeCidr(site: Site, prefix: number): Result<string> {
  const { cidr } = kinds.vpc.read(site.vpc.settings);
  const outer = parseCidr(cidr);
  if (!outer)
    return fail('bad-setting', `${site.vpc.name} has the address range "${cidr}", which is no CIDR. Correct it first.`);
  const taken: Cidr[] = subnetsOf(site).flatMap(({ subnet }) => {
    const known = parseCidr(kinds.subnet.read(subnet.settings).cidr);
    return known ? [known] : [];
  });
  for (let size = Math.max(prefix, outer.prefix); size <= MAX_PREFIX; size += 1) {
    const free = nextFreeCidr(outer, taken, size);
    if (free) return ok(formatCidr(free));
  }
  return fail(
    'no-free-cidr',
    `${site.vpc.name} (${cidr}) has no free addresses for another subnet. Make its range larger.`,
  );
}

const prefixOf = (subnet: Element | undefined): number =>
  (subnet && parseCidr(kinds.subnet.read(subnet.settings).cidr)?.prefix) ?? 24;

const isLike = (subnet: Element, { tier, exposure }: SubnetNeed): boolean =>
  subnet.tier === tier && kinds.subnet.read(subnet.settings).exposure === exposure;

/** The zone's subnet of that tier and exposure; made, beside its sister in another zone, where there is none. */
export function subnetIn(site: Site, zone: Element, need: SubnetNeed): Result<Element> {
  const all = subnetsOf(site);
  const found = all.find((entry) => entry.zone === zone.id && isLike(entry.subnet, need));
  if (found) return ok(found.subnet);
  const sister = all.find(({ subnet }) => isLike(subnet, need))?.subnet;
  const cidr = freeCidr(site, prefixOf(sister ?? all[0]?.subnet));
  if (!cidr.ok) return cidr;
  const tier = need.tier === null ? undefined : site.draft.element(need.tier);
  const lowest = all
    .filter((entry) => entry.zone === zone.id)
    .reduce((y, { subnet }) => Math.max(y, subnet.frame.y + subnet.frame.height), GAP);
  const frame = sister?.frame ?? { x: GAP, y: lowest + GAP, width: 208, height: 128 };
  const name = `${tier?.name ?? need.exposure} ${zoneLetter(zone)}`;
  const settings = { exposure: need.exposure, cidr: cidr.value };
  return ok(addPart(site.draft, site.newId, 'subnet', { name, parent: zone.id, tier: need.tier, frame, settings }));
}
