import type { Category, TierRole } from '../../shared/catalog/kind';
import type { Service } from '../../shared/topology/topology';
import { compareText } from '../../shared/util/sorting';
import { toOneLine } from '../plan/plain-text';
import type { Resource, Section } from './template';

const TIER_ORDER: readonly TierRole[] = ['load-balancing', 'web', 'app', 'cache', 'database', 'ancillary'];
const CATEGORY_ORDER: readonly Category[] = [
  'Edge',
  'Load balancing',
  'Compute',
  'Cache',
  'Database',
  'Storage',
  'Messaging',
  'Security',
  'Operations',
];

interface Place {
  /** Sections are written in the order of this text. */
  readonly key: string;
  readonly title: string;
}

const NETWORK: Place = { key: '0', title: 'Network' };
const COSTS: Place = { key: '3', title: 'Costs' };

function placeOf({ tier, definition }: Service): Place {
  if (definition.category === 'Network') return NETWORK;
  if (tier)
    return { key: `1 ${TIER_ORDER.indexOf(tier.role)} ${tier.id}`, title: `Tier: ${toOneLine(tier.element.name)}` };
  const order = CATEGORY_ORDER.indexOf(definition.category);
  return { key: `2 ${String(order + 1).padStart(2, '0')}`, title: definition.category };
}

/** Sorts resources into sections: the network, then each tier, then what has no tier by category, then what watches the bill. */
export interface Sections {
  add(service: Service, id: string, resource: Resource): void;
  addToNetwork(id: string, resource: Resource): void;
  addToCosts(id: string, resource: Resource): void;
  list(): readonly Section[];
}

export function makeSections(): Sections {
  const sections = new Map<string, { readonly title: string; readonly resources: Map<string, Resource> }>();
  const put = ({ key, title }: Place, id: string, resource: Resource): void => {
    const section = sections.get(key) ?? { title, resources: new Map<string, Resource>() };
    sections.set(key, section);
    section.resources.set(id, resource);
  };
  return {
    add: (service, id, resource) => put(placeOf(service), id, resource),
    addToNetwork: (id, resource) => put(NETWORK, id, resource),
    addToCosts: (id, resource) => put(COSTS, id, resource),
    list: () => [...sections].sort(([a], [b]) => compareText(a, b)).map(([, section]) => section),
  };
}
