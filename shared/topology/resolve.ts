import type { Design } from '../model/design';
import { groupBy } from '../util/grouping';
import { assemble, sortById, workingsOf } from './assemble';
import { findHomes } from './homes';
import { resolveAgain } from './resolve-again';
import { readLinks } from './resolve-links';
import { readPlaces, setRoutes } from './resolve-places';
import { readServices } from './resolve-services';
import { isTidy } from './tidy';
import type { Topology } from './topology';

function resolveAll(design: Design): Topology {
  const elements = sortById([...design.elements.values()]);
  const homeOf = findHomes(design);
  const places = readPlaces(
    homeOf,
    groupBy(elements, ({ kind }) => kind),
  );
  const all = readServices(elements, homeOf, places);
  setRoutes(
    places,
    all.filter(({ kind }) => kind === 'nat-gateway'),
  );
  const ranks = new Map<string, number>();
  all.forEach(({ id }, rank) => {
    ranks.set(id, rank);
  });
  const links = sortById(readLinks(design, (id) => all[ranks.get(id) ?? -1]));
  const material = { design, elements, places, all, ranks, links };
  return assemble(material, all, () => isTidy(material));
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
