import type { Design, Element, ElementId } from '../model/design';

/** The nearest container of each kind around something; null where there is none. */
export interface Home {
  readonly region: Element | null;
  readonly vpc: Element | null;
  readonly zone: Element | null;
  readonly subnet: Element | null;
}

const NOWHERE: Home = { region: null, vpc: null, zone: null, subnet: null };

/** What lies directly in `container`, which itself lies in `around`. */
function homeIn(container: Element, around: Home): Home {
  switch (container.kind) {
    case 'region':
      return { ...around, region: container };
    case 'vpc':
      return { ...around, vpc: container };
    case 'availability-zone':
      return { ...around, zone: container };
    case 'subnet':
      return { ...around, subnet: container };
    default:
      return around;
  }
}

/** Says of an element where it is; each container is looked at once. */
export function findHomes({ elements }: Pick<Design, 'elements'>): (element: Element) => Home {
  const known = new Map<ElementId, Home>();
  /** Containers that lie in one another have no outermost: the way round ends where it began. */
  const goRound = (first: ElementId): Home => {
    const path: Element[] = [];
    const seen = new Set<ElementId>();
    for (let id: ElementId | null = first; id !== null && !seen.has(id); ) {
      const container: Element | undefined = elements.get(id);
      if (!container) break;
      seen.add(id);
      path.push(container);
      id = container.parent;
    }
    return path.reduceRight((around, container) => homeIn(container, around), NOWHERE);
  };
  const inside = (parent: ElementId): Home => {
    const path: Element[] = [];
    let around = NOWHERE;
    for (let id: ElementId | null = parent; id !== null; ) {
      const home: Home | undefined = known.get(id);
      const container: Element | undefined = home ? undefined : elements.get(id);
      if (home) around = home;
      if (!container) break;
      if (path.length > elements.size) return goRound(parent);
      path.push(container);
      id = container.parent;
    }
    for (let container = path.pop(); container; container = path.pop()) {
      around = homeIn(container, around);
      known.set(container.id, around);
    }
    return around;
  };
  return ({ parent }) => (parent === null ? NOWHERE : (known.get(parent) ?? inside(parent)));
}
