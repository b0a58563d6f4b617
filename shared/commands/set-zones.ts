import { definitionOf } from '../catalog/catalog';
import { kinds } from '../catalog/services';
import type { Design, Element, ElementId } from '../model/design';
import { type DesignDiff, emptyDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';
import { zonesOf } from './parts/network';

const exposureOf = (subnet: Element): string => kinds.subnet.read(subnet.settings).exposure;

/** The subnet of a zone a service takes: the one it has, else its tier's, else one of the exposure it is used to. */
function subnetIn(design: Design, service: Element, zone: Element): Element | undefined {
  const here = [...design.elements.values()].filter(({ kind, parent }) => kind === 'subnet' && parent === zone.id);
  const kept = here.find(({ id }) => service.subnets.includes(id));
  if (kept) return kept;
  if (service.tier !== null) return here.find(({ tier }) => tier === service.tier);
  const used = service.subnets.flatMap((id) => design.elements.get(id) ?? [])[0];
  return here.find((subnet) => used && exposureOf(subnet) === exposureOf(used)) ?? (used ? undefined : here[0]);
}

/** The Availability Zones a spanning service lies in, given as ids of zones of its VPC. Fails where a zone has no fitting subnet. */
export function setZones(
  design: Design,
  { id, zones }: { readonly id: ElementId; readonly zones: readonly ElementId[] },
): Result<DesignDiff> {
  const service = design.elements.get(id);
  if (!service) return missing('element', id);
  if (definitionOf(service.kind)?.scope !== 'spanning' || service.parent === null)
    return fail('illegal-placement', `${service.name} does not span Availability Zones.`);
  if (zones.length === 0)
    return fail('illegal-placement', `${service.name} must lie in at least one Availability Zone.`);
  const subnets: ElementId[] = [];
  for (const zone of zonesOf(design, service.parent)) {
    if (!zones.includes(zone.id)) continue;
    const subnet = subnetIn(design, service, zone);
    if (!subnet)
      return fail('illegal-placement', `${zone.name} has no subnet that fits ${service.name}; add one there first.`);
    subnets.push(subnet.id);
  }
  const same = subnets.length === service.subnets.length && subnets.every((subnet) => service.subnets.includes(subnet));
  if (same) return ok(emptyDiff);
  const draft = draftOf(design);
  draft.patchElement(id, { subnets });
  return ok(draft.diff());
}
