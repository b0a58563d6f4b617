import { isActorKind, isServiceKind } from '../../../shared/catalog/catalog';
import type { Design } from '../../../shared/model/design';
import { ancestorsOf } from '../../../shared/model/hierarchy';

/** Fewer things than this show nothing: then the whole design is shown. */
const FEWEST = 2;

const isThing = (kind: string): boolean => isServiceKind(kind) || isActorKind(kind);

/** Ids of services and users that a rule is about, that lie in what it is about, or that are connected to these. */
function findThings({ elements, connections }: Design, subjects: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { id, kind, tier, parent } of elements.values())
    if (isThing(kind) && [id, tier, parent].some((place) => place !== null && subjects.has(place))) found.add(id);
  for (const { kind, from, to } of connections.values()) {
    // An alarm watches nearly everything; it is shown where the rule is about it.
    const isNear = kind === 'monitors' ? subjects.has(from) : found.has(from) || found.has(to);
    if (isNear && (subjects.has(from) || subjects.has(to))) {
      found.add(from);
      found.add(to);
    }
  }
  return found;
}

function cut(design: Design, things: ReadonlySet<string>): Design {
  const kept = new Set<string>();
  for (const id of things) {
    const element = design.elements.get(id);
    if (!element) continue;
    const places = [id, ...element.subnets].flatMap((place) => {
      const at = design.elements.get(place);
      return at ? [at, ...ancestorsOf(design, at)] : [];
    });
    for (const place of places) {
      kept.add(place.id);
      if (place.tier !== null) kept.add(place.tier);
    }
  }
  return {
    header: design.header,
    elements: new Map([...design.elements].filter(([id]) => kept.has(id))),
    connections: new Map([...design.connections].filter(([, { from, to }]) => kept.has(from) && kept.has(to))),
  };
}

/** The part of both designs that a rule is about, with the places it lies in; all of them where that is too little to see. */
export function excerptPair(bad: Design, good: Design, subjects: ReadonlySet<string>): [Design, Design] {
  const things = new Set([...findThings(bad, subjects), ...findThings(good, subjects)]);
  return things.size < FEWEST ? [bad, good] : [cut(bad, things), cut(good, things)];
}
