import { kinds } from '../catalog/services';
import { shiftBends } from '../model/bends';
import type { Design, Element, ElementId, NewId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { type Draft, draftOf } from '../model/draft';
import { ancestorOfKind } from '../model/hierarchy';
import { fail, ok, type Result } from '../util/result';
import { contentsOf } from './parts/contents';
import { snap } from './parts/geometry';
import { widenSpanning } from './parts/make-subnets';
import { nameGiver } from './parts/names';
import { cidrAllocator, freeZoneLetters, noFreeCidrMessage, subnetsOfTier, zoneLetter } from './parts/network';

export interface DuplicateElementsArgs {
  readonly ids: readonly ElementId[];
  readonly newId: NewId;
  /** Where the copies lie, from the originals, in canvas pixels. */
  readonly offset: { readonly dx: number; readonly dy: number };
}

/** The VPC an element stays in when copied; undefined where it has none or the VPC is copied too. */
function sharedVpc(design: Design, element: Element, copied: ReadonlyMap<ElementId, Element>): Element | undefined {
  const vpc = ancestorOfKind(design, element, 'vpc');
  return vpc && !copied.has(vpc.id) ? vpc : undefined;
}

/** "Database 2" is copied as "Database 3", "Web a" in the copy of zone a as "Web b". */
function copyBase(element: Element, letters: ReadonlyMap<ElementId, readonly [string, string]>): string {
  const [from, to] = letters.get(element.id) ?? letters.get(element.parent ?? '') ?? ['', ''];
  const isNamedByZone = to !== '' && element.name.endsWith(` ${from}`);
  return isNamedByZone ? element.name.slice(0, -from.length) + to : element.name.replace(/ \d+$/, '');
}

type Adapt = (draft: Draft, element: Element, copy: Element) => Result<Element>;

/** Gives copies what must not be there twice in a VPC: another zone letter, other addresses. */
function adaptIn(design: Design, copied: ReadonlyMap<ElementId, Element>): Adapt {
  const allocators = new Map<ElementId, () => string | undefined>();
  return (draft, element, copy) => {
    const vpc = sharedVpc(design, element, copied);
    if (!vpc) return ok(copy);
    if (element.kind === 'internet-gateway')
      return fail('illegal-placement', `${vpc.name} already has an internet gateway; a VPC can have only one.`);
    if (element.kind === 'availability-zone') {
      const [zone] = freeZoneLetters(draft.design(), vpc.id);
      if (zone === undefined)
        return fail('illegal-placement', `${vpc.name} already has the Availability Zones a, b and c.`);
      return ok({ ...copy, settings: { ...copy.settings, zone } });
    }
    if (element.kind !== 'subnet' || kinds.subnet.read(element.settings).cidr === '') return ok(copy);
    const next = allocators.get(vpc.id) ?? cidrAllocator(design, vpc);
    allocators.set(vpc.id, next);
    const cidr = next();
    if (cidr === undefined) return fail('no-free-cidr', noFreeCidrMessage(vpc));
    return ok({ ...copy, settings: { ...copy.settings, cidr } });
  };
}

function copyConnections(
  draft: Draft,
  design: Design,
  twins: ReadonlyMap<ElementId, ElementId>,
  { newId, offset }: DuplicateElementsArgs,
): void {
  for (const connection of design.connections.values()) {
    const from = twins.get(connection.from);
    const to = twins.get(connection.to);
    if (from !== undefined && to !== undefined)
      draft.putConnection({ ...shiftBends(connection, offset), id: newId(connection.kind), from, to });
  }
}

/**
 * Copies elements with all they hold and the connections among them. Copies are unlocked and get free names, zone letters and CIDR blocks;
 * a copied Availability Zone is reached by what spans the tiers, as a new one is.
 */
export function duplicateElements(design: Design, args: DuplicateElementsArgs): Result<DesignDiff> {
  const { ids, newId, offset } = args;
  const copied = contentsOf(design, ids);
  const twins = new Map([...copied.values()].map(({ id, kind }) => [id, newId(kind)]));
  const twin = (id: ElementId): ElementId => twins.get(id) ?? id;
  const tiers = [...design.elements.values()].filter(({ kind }) => kind === 'tier');
  const before = new Map(tiers.map(({ id }) => [id, subnetsOfTier(design, id).map((subnet) => subnet.id)]));
  const adapt = adaptIn(design, copied);
  const letters = new Map<ElementId, readonly [string, string]>();
  const nameFor = nameGiver(design.elements.values());
  const draft = draftOf(design);
  for (const original of copied.values()) {
    // A copy is there to be placed.
    const { locked: _locked, ...element } = original;
    const { parent, tier, frame } = element;
    const isRoot = parent === null || !copied.has(parent);
    const adapted = adapt(draft, element, {
      ...element,
      id: twin(element.id),
      parent: parent === null ? null : twin(parent),
      tier: tier === null ? null : twin(tier),
      subnets: element.subnets.map(twin),
      frame: isRoot ? { ...frame, x: snap(frame.x + offset.dx), y: snap(frame.y + offset.dy) } : frame,
    });
    if (!adapted.ok) return adapted;
    if (element.kind === 'availability-zone') letters.set(element.id, [zoneLetter(element), zoneLetter(adapted.value)]);
    draft.putElement({ ...adapted.value, name: nameFor(copyBase(element, letters)) });
  }
  copyConnections(draft, design, twins, args);
  widenSpanning(draft, before);
  return ok(draft.diff());
}
