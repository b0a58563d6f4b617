import { isActorKind, isPlacedKind } from '../catalog/catalog';
import type { Design } from '../model/design';
import { groupBy } from '../util/grouping';
import { whenAsked } from '../util/when-asked';
import { assemble } from './assemble';
import { findCells } from './cells';
import { findHomes } from './homes';
import { sortById } from './lists';
import { tieNetwork } from './network';
import { resolveAgain } from './resolve-again';
import { setIngress } from './resolve-ingress';
import { readLinks } from './resolve-links';
import { readPlaces, setRoutes } from './resolve-places';
import { readServices } from './resolve-services';
import { isTidy } from './tidy';
import type { Topology } from './topology';
import { workingsOf } from './workings';

function resolveAll(design: Design): Topology {
  const elements = sortById([...design.elements.values()]);
  const homeOf = findHomes(design);
  const places = readPlaces(
    homeOf,
    groupBy(elements, ({ kind }) => kind),
  );
  const all = readServices(elements, homeOf, places);
  const ofKind = groupBy(all, ({ kind }) => kind);
  setRoutes(places, ofKind.get('nat-gateway') ?? []);
  const slots = new Map<string, number>();
  for (const { id, slot } of all) slots.set(id, slot);
  const links = sortById(readLinks(design, (id) => all[slots.get(id) ?? -1]));
  const network = tieNetwork(all, links);
  setIngress(all, network);
  const others = elements.filter(({ kind }) => !isPlacedKind(kind));
  const material = { network, all, bySlot: all, others, places };
  return assemble({
    ...material,
    design,
    elements,
    connections: [...design.connections.values()],
    services: all.filter(({ kind }) => !isActorKind(kind)),
    actors: all.filter(({ kind }) => isActorKind(kind)),
    ofKind,
    links,
    slots,
    isTidy: whenAsked(() => isTidy(design, links, places)),
    cells: whenAsked(() => findCells(material)),
  });
}

/**
 * Derives the topology of a design. Never throws; what cannot be resolved is null and left to the rules. Handed the topology
 * of a design that this one follows from, it keeps the objects of every VPC in which nothing changed
 * (`docs/decisions/0006-checks-after-an-edit.md`); the result is the same.
 */
export function resolve(design: Design, before?: Topology): Topology {
  const known = before && workingsOf(before);
  return (known && resolveAgain(design, known)) ?? resolveAll(design);
}
