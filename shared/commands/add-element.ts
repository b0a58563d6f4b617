import { definitionOf } from '../catalog/catalog';
import { kinds } from '../catalog/services';
import { type Design, type Element, type ElementId, makeElement, type NewId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { type Draft, draftOf } from '../model/draft';
import type { JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { type DropTarget, dropTarget } from './drop-target';
import { storeKindSettings } from './parts/check-settings';
import { containersAt } from './parts/containers-at';
import { type Point, snap, translate } from './parts/geometry';
import { addSubnets, EXPOSURE_OF_ROLE, widenSpanning } from './parts/make-subnets';
import { missing } from './parts/missing';
import { freeName } from './parts/names';
import { freeZoneLetters, subnetsOfTier, tiersOf, zonesOf } from './parts/network';

export interface AddElementArgs {
  readonly kind: string;
  /** The innermost container under the pointer (a tier counts); null is the canvas. */
  readonly container: ElementId | null;
  /** Top left corner, relative to `container`. */
  readonly at: Point;
  readonly newId: NewId;
  readonly name?: string;
  readonly settings?: JsonObject;
}

const UNKNOWN_SIZE = { width: 176, height: 72 };

/** Settings a new element needs beside those given: a free zone letter, the exposure its tier's role asks for. */
function completeSettings(design: Design, kind: string, target: DropTarget, given: JsonObject): JsonObject {
  if (kind === 'availability-zone' && target.container !== null && given.zone === undefined)
    return { zone: freeZoneLetters(design, target.container)[0] ?? 'a', ...given };
  if (kind === 'tier' && given.exposure === undefined)
    return { exposure: EXPOSURE_OF_ROLE[kinds.tier.read(given).role], ...given };
  return given;
}

function nameFor(design: Design, kind: string, settings: JsonObject): string {
  if (kind === 'tier') {
    const role = kinds.tier.read(settings).role.replace('-', ' ');
    return freeName(design.elements.values(), `${role.charAt(0).toUpperCase()}${role.slice(1)} tier`);
  }
  if (kind === 'availability-zone')
    return freeName(design.elements.values(), `Availability Zone ${kinds['availability-zone'].read(settings).zone}`);
  return freeName(design.elements.values(), definitionOf(kind)?.newName ?? kind);
}

/** A tier brings its subnet in every zone of the VPC. */
function growTier(draft: Draft, vpc: Element, tier: Element, newId: NewId): Result<unknown> {
  const zones = zonesOf(draft.design(), vpc.id);
  return addSubnets(
    draft,
    vpc,
    zones.map((zone) => [tier, zone] as const),
    newId,
  );
}

/** An Availability Zone brings the subnet of every tier of the VPC, and what spans those tiers reaches into it. */
function growZone(draft: Draft, vpc: Element, zone: Element, newId: NewId): Result<unknown> {
  const design = draft.design();
  const tiers = tiersOf(design, vpc.id);
  const before = new Map(tiers.map(({ id }) => [id, subnetsOfTier(design, id).map((subnet) => subnet.id)]));
  const added = addSubnets(
    draft,
    vpc,
    tiers.map((tier) => [tier, zone] as const),
    newId,
  );
  if (added.ok) widenSpanning(draft, before);
  return added;
}

function addOne(draft: Draft, element: Element, target: DropTarget, newId: NewId): Result<unknown> {
  const holder = target.container === null ? undefined : draft.element(target.container);
  if (element.kind === 'subnet' && holder) {
    const vpc = holder.parent === null ? undefined : draft.element(holder.parent);
    const tier = target.tier === null ? null : (draft.element(target.tier) ?? null);
    if (!vpc) return missing('element', holder.parent ?? '');
    return addSubnet(draft, vpc, [tier, holder], element, newId);
  }
  draft.putElement(element);
  if (holder?.kind !== 'vpc') return ok(null);
  if (element.kind === 'tier') return growTier(draft, holder, element, newId);
  if (element.kind === 'availability-zone') return growZone(draft, holder, element, newId);
  return ok(null);
}

/** A subnet as the crossing makes it, under the id, name and settings asked for. */
function addSubnet(
  draft: Draft,
  vpc: Element,
  [tier, zone]: readonly [Element | null, Element],
  asked: Element,
  newId: NewId,
): Result<unknown> {
  const former = tier && subnetsOfTier(draft.design(), tier.id).map(({ id }) => id);
  const made = addSubnets(draft, vpc, [[tier, zone]], newId);
  if (!made.ok) return made;
  const [subnet] = made.value;
  if (!subnet) return made;
  const name = asked.name === '' ? subnet.name : asked.name;
  draft.putElement({ ...subnet, name, frame: asked.frame, settings: { ...subnet.settings, ...asked.settings } });
  if (tier && former) widenSpanning(draft, new Map([[tier.id, former]]));
  return made;
}

/**
 * Adds an element of any kind where it was dropped. Services go to the tier, subnet or Region under that point; a tier or an
 * Availability Zone brings the subnets at its crossings. Fails with `illegal-placement`, `bad-setting` or `no-free-cidr`.
 */
export function addElement(design: Design, args: AddElementArgs): Result<DesignDiff> {
  const { kind, container, at, newId } = args;
  if (container !== null && !design.elements.has(container)) return missing('element', container);
  const target = dropTarget(design, { kind, containers: containersAt(design, container, at) });
  if (target.reason !== undefined) return fail('illegal-placement', target.reason);
  const given = completeSettings(design, kind, target, args.settings ?? {});
  const settings = storeKindSettings(kind, given, Object.keys(given), args.name ?? definitionOf(kind)?.title ?? kind);
  if (!settings.ok) return settings;
  const { x, y } = translate(design, at, container, target.container);
  const element = makeElement({
    id: kind === 'subnet' ? '' : newId(kind),
    kind,
    name: args.name ?? (kind === 'subnet' ? '' : nameFor(design, kind, given)),
    parent: target.container,
    tier: target.tier,
    subnets: target.subnets,
    frame: { x: snap(x), y: snap(y), ...(definitionOf(kind)?.size ?? UNKNOWN_SIZE) },
    settings: settings.value,
  });
  const draft = draftOf(design);
  const added = addOne(draft, element, target, newId);
  return added.ok ? ok(draft.diff()) : added;
}
