import type { Place } from '../catalog/kind';
import type { Element, ElementId } from '../model/design';
import type { HomeOf, Places, SubnetDraft, VpcDraft } from './resolve-places';
import type { Region, Zone } from './topology';

/** Subnets in which something runs or may run. Whatever has the same ones shares the object. */
export interface Site {
  readonly subnets: readonly SubnetDraft[];
  /** How kinds see those of them that lie in a zone. */
  readonly slots: Place['subnets'];
  /** Distinct zones, in the order of the subnets. */
  readonly zones: readonly Zone[];
}

/** What lies around something. */
export interface Spot {
  readonly region: Region | null;
  readonly vpc: VpcDraft | null;
  /** The subnet it lies in. */
  readonly site: Site;
}

const NO_SITE: Site = { subnets: [], slots: [], zones: [] };
const NOWHERE: Spot = { region: null, vpc: null, site: NO_SITE };

const makeSite = (subnets: readonly SubnetDraft[]): Site => ({
  subnets,
  slots: subnets.flatMap(({ slot }) => slot ?? []),
  zones: [...new Set(subnets.flatMap(({ zone }) => zone ?? []))],
});

const holdsSameIds = (a: readonly ElementId[], b: readonly ElementId[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

/** Says what lies around an element; containers are looked up once. */
export function findSpots(homeOf: HomeOf, { regions, vpcs, subnets }: Places): (element: Element) => Spot {
  const known = new Map<ElementId, Spot>();
  return (element) => {
    const { parent } = element;
    if (parent === null) return NOWHERE;
    let spot = known.get(parent);
    if (!spot) {
      const home = homeOf(element);
      const subnet = home.subnet && subnets.get(home.subnet.id);
      spot = {
        region: (home.region && regions.get(home.region.id)) ?? null,
        vpc: (home.vpc && vpcs.get(home.vpc.id)) ?? null,
        site: subnet ? makeSite([subnet]) : NO_SITE,
      };
      known.set(parent, spot);
    }
    return spot;
  };
}

/** Finds the subnets that elements span, by their ids. The last list that began with an id is mostly the next one too. */
export function findSpans({ subnets }: Places): (ids: readonly ElementId[]) => Site {
  const last = new Map<ElementId, { readonly ids: readonly ElementId[]; readonly site: Site }>();
  return (ids) => {
    const [first] = ids;
    if (first === undefined) return NO_SITE;
    const known = last.get(first);
    if (known && holdsSameIds(known.ids, ids)) return known.site;
    const site = makeSite(ids.flatMap((id) => subnets.get(id) ?? []));
    last.set(first, { ids, site });
    return site;
  };
}
