import { definitionOf } from '../catalog/catalog';
import { placementProblem, realContainer } from '../catalog/containment';
import type { KindDefinition } from '../catalog/kind';
import { kinds } from '../catalog/services';
import type { Design, Element, ElementId } from '../model/design';
import { ancestorOfKind } from '../model/hierarchy';
import { freeZoneLetters, subnetsOfTier, tiersOf } from './parts/network';

/** Where a dropped element would land. */
export interface DropTarget {
  /** Its parent; null is the canvas. */
  readonly container: ElementId | null;
  readonly tier: ElementId | null;
  /** Subnets a spanning service takes. */
  readonly subnets: readonly ElementId[];
  /** Why it cannot be dropped here, one sentence for the user; absent where it can. */
  readonly reason?: string;
}

/** What lies under the pointer, by what it is. Tiers are bands over the subnets, so their order among the others says nothing. */
interface Under {
  readonly design: Pick<Design, 'elements'>;
  /** Elements that do not stand in their own way. */
  readonly moving: readonly ElementId[];
  /** Containers other than tiers, innermost first. */
  readonly stack: readonly Element[];
  readonly tier: Element | undefined;
  readonly subnet: Element | undefined;
  readonly zone: Element | undefined;
  readonly vpc: Element | undefined;
  readonly region: Element | undefined;
}

const NOTHING: readonly ElementId[] = [];
const land = (container: ElementId | null, tier: ElementId | null = null, subnets = NOTHING): DropTarget => ({
  container,
  tier,
  subnets,
});
const refuse = (reason: string): DropTarget => ({ container: null, tier: null, subnets: NOTHING, reason });

function lookUnder(
  design: Pick<Design, 'elements'>,
  containers: readonly ElementId[],
  moving: readonly ElementId[],
): Under {
  const all = containers.flatMap((id) => design.elements.get(id) ?? []);
  const nearest = (kind: string): Element | undefined => {
    for (const element of all) {
      const found = element.kind === kind ? element : ancestorOfKind(design, element, kind);
      if (found) return found;
    }
    return undefined;
  };
  const subnet = nearest('subnet');
  const band = all.find(({ kind }) => kind === 'tier');
  const tier = band ?? (subnet && subnet.tier !== null ? design.elements.get(subnet.tier) : undefined);
  const stack = all.filter(({ kind }) => kind !== 'tier');
  const holder = stack.length === 0 && band && band.parent !== null ? design.elements.get(band.parent) : undefined;
  return {
    design,
    moving,
    stack: holder ? [holder] : stack,
    tier,
    subnet,
    zone: nearest('availability-zone'),
    vpc: nearest('vpc'),
    region: nearest('region'),
  };
}

const problemIn = (kind: string, under: Under): string | undefined =>
  placementProblem(kind, realContainer(under.design, under.stack[0] ?? null)?.kind ?? null);

/** Containers, notes and regional services: the nearest container that may hold them, up to `last` steps out. */
function dropInside(definition: KindDefinition, under: Under): DropTarget {
  const inner = under.stack[0] ?? null;
  const reason = problemIn(definition.kind, under);
  if (reason !== undefined) return refuse(reason);
  const inRegion = under.tier && definition.scope === 'regional' && under.tier.parent === under.region?.id;
  return land(inner?.id ?? null, inRegion ? (under.tier?.id ?? null) : null);
}

function dropNearest(definition: KindDefinition, under: Under): DropTarget {
  const holder = under.stack.find((container) => {
    const real = realContainer(under.design, container);
    return placementProblem(definition.kind, real?.kind ?? null) === undefined;
  });
  return holder ? land(holder.id) : dropInside(definition, { ...under, stack: [] });
}

function dropTier(_definition: KindDefinition, under: Under): DropTarget {
  const holder = under.vpc ?? under.region;
  return holder ? land(holder.id) : refuse(placementProblem('tier', null) ?? '');
}

function dropZone(_definition: KindDefinition, under: Under): DropTarget {
  if (!under.vpc) return refuse(problemIn('availability-zone', under) ?? '');
  return freeZoneLetters(under.design, under.vpc.id, under.moving).length > 0
    ? land(under.vpc.id)
    : refuse(`${under.vpc.name} already has the Availability Zones a, b and c; there is no further one.`);
}

function dropSubnet(_definition: KindDefinition, under: Under): DropTarget {
  if (!under.zone) return refuse(problemIn('subnet', { ...under, stack: under.stack.slice(0, 1) }) ?? '');
  const zone = under.zone;
  const has =
    under.tier &&
    subnetsOfTier(under.design, under.tier.id).some(
      ({ id, parent }) => parent === zone.id && !under.moving.includes(id),
    );
  return land(zone.id, under.tier && !has && under.tier.parent === under.vpc?.id ? under.tier.id : null);
}

const isPublic = (subnet: Element): boolean => kinds.subnet.read(subnet.settings).exposure === 'public';

/** One subnet: the one under the pointer, else the tier's in that zone, else the tier's first. */
function dropZonal(definition: KindDefinition, under: Under): DropTarget {
  const mustBePublic = definition.kind === 'nat-gateway';
  const candidates = under.subnet
    ? [under.subnet]
    : under.tier
      ? subnetsOfTier(under.design, under.tier.id).sort(
          (a, b) => Number(b.parent === under.zone?.id) - Number(a.parent === under.zone?.id),
        )
      : [];
  const [first] = candidates;
  if (!first)
    return refuse(
      under.tier
        ? `${under.tier.name} has no subnets yet. Add an Availability Zone to the VPC first.`
        : (problemIn(definition.kind, under) ?? `${definition.title} belongs in a subnet.`),
    );
  const subnet = mustBePublic ? candidates.find(isPublic) : first;
  if (!subnet)
    return refuse(
      `A NAT gateway needs a public subnet; ${first.name} is ${kinds.subnet.read(first.settings).exposure}.`,
    );
  const group = under.stack[0]?.kind === 'group' && under.subnet ? under.stack[0] : undefined;
  return land(group?.id ?? subnet.id, subnet.tier);
}

/** Several subnets: those of the tier under the pointer or of the subnet's tier; a subnet without tier is taken alone. */
function dropSpanning(definition: KindDefinition, under: Under): DropTarget {
  const { design, vpc, subnet } = under;
  if (!vpc) return refuse(problemIn(definition.kind, under) ?? `${definition.title} belongs in a VPC.`);
  if (subnet && subnet.tier === null) return land(vpc.id, null, [subnet.id]);
  const isOwn = under.tier?.parent === vpc.id;
  const tiers = under.tier && isOwn ? [under.tier] : tiersOf(design, vpc.id);
  const tier = isOwn ? under.tier : tiers.find((band) => kinds.tier.read(band.settings).role === definition.tierRole);
  if (tier)
    return land(
      vpc.id,
      tier.id,
      subnetsOfTier(design, tier.id).map(({ id }) => id),
    );
  return refuse(
    tiers.length > 0
      ? `${definition.title} lies in subnets: drop it on a tier or a subnet.`
      : `${definition.title} lies in subnets, and ${vpc.name} has no tier yet: add a tier or a subnet first.`,
  );
}

function dropVpcWide(definition: KindDefinition, under: Under): DropTarget {
  const { vpc } = under;
  if (!vpc) return refuse(problemIn(definition.kind, under) ?? `${definition.title} belongs in a VPC.`);
  // A VPC may have an endpoint for each service, but one way to the internet.
  const isSole = definition.kind === 'internet-gateway';
  for (const element of isSole ? under.design.elements.values() : [])
    if (element.kind === definition.kind && element.parent === vpc.id && !under.moving.includes(element.id))
      return refuse(`${vpc.name} already has an internet gateway; a VPC can have only one.`);
  return land(vpc.id);
}

type Drop = (definition: KindDefinition, under: Under) => DropTarget;

const BY_KIND: Readonly<Record<string, Drop>> = {
  tier: dropTier,
  'availability-zone': dropZone,
  subnet: dropSubnet,
  group: dropNearest,
  note: dropNearest,
};

const BY_SCOPE: Readonly<Record<KindDefinition['scope'], Drop>> = {
  container: dropInside,
  canvas: dropInside,
  global: dropInside,
  regional: dropInside,
  vpc: dropVpcWide,
  zonal: dropZonal,
  spanning: dropSpanning,
};

export interface DropTargetArgs {
  readonly kind: string;
  /** Containers under the pointer, innermost first; tiers may stand anywhere among them. */
  readonly containers: readonly ElementId[];
  /** The elements being moved, where it is no new one: they do not stand in their own way. */
  readonly moving?: readonly ElementId[];
}

/**
 * Where an element of `kind` would land; `reason` says why it cannot. Kinds this version does not know may lie anywhere.
 * Quick enough for every pointer move.
 */
export function dropTarget(design: Pick<Design, 'elements'>, args: DropTargetArgs): DropTarget {
  const under = lookUnder(design, args.containers, args.moving ?? NOTHING);
  const definition = definitionOf(args.kind);
  if (!definition) return land(under.stack[0]?.id ?? null);
  return (BY_KIND[definition.kind] ?? BY_SCOPE[definition.scope])(definition, under);
}
