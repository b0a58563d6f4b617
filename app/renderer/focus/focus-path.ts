import { ancestorsOf, subtreeOf } from '../../../shared/model/hierarchy';
import type { Link, Service, Topology } from '../../../shared/topology/topology';

/** What lies on the way of requests, by id: elements with the containers and tiers they lie in, and connections. */
export interface FocusPath {
  readonly elements: ReadonlySet<string>;
  readonly connections: ReadonlySet<string>;
  /** Services and actors among the elements. */
  readonly services: number;
}

/** Connections that run the place rather than serve a request. */
const MANAGEMENT: ReadonlySet<string> = new Set(['admin', 'logs', 'monitors', 'uses']);

const carriesRequests = ({ kind }: Link): boolean => !MANAGEMENT.has(kind);

/** Everything that can be reached from some services along or against the connections. */
function follow(
  starts: Iterable<string>,
  linksOf: (id: string) => readonly Link[],
  otherEnd: (link: Link) => Service,
  connections: Set<string>,
): Set<string> {
  const reached = new Set(starts);
  for (const id of reached)
    for (const link of linksOf(id).filter(carriesRequests)) {
      connections.add(link.id);
      reached.add(otherEnd(link).id);
    }
  return reached;
}

/** Services an id stands for: itself, those of a tier, those in a container or spanning a subnet of it. */
function servicesOf(topology: Topology, id: string): readonly string[] {
  if (topology.service(id)) return [id];
  const tier = topology.tier(id);
  if (tier) return tier.members.map((member) => member.id);
  const inside = new Set(subtreeOf(topology.design, id).map((element) => element.id));
  return [...topology.services, ...topology.actors].flatMap((service) =>
    inside.has(service.id) || service.subnets.some((subnet) => inside.has(subnet.id)) ? [service.id] : [],
  );
}

/**
 * What lies on the ways of requests through some elements or connections: from wherever requests begin down to them, and
 * from them to everything they need. Null where none of them has to do with requests.
 */
export function focusPath(topology: Topology, ids: readonly string[]): FocusPath | null {
  const [up, down] = [new Set<string>(), new Set<string>()];
  const connections = new Set<string>();
  for (const id of ids) {
    const link = topology.link(id);
    if (link) {
      connections.add(id);
      up.add(link.from.id);
      down.add(link.to.id);
    }
    for (const service of link ? [] : servicesOf(topology, id)) {
      up.add(service);
      down.add(service);
    }
  }
  if (up.size === 0) return null;
  const before = follow(up, topology.incoming, ({ from }) => from, connections);
  const after = follow(down, topology.outgoing, ({ to }) => to, connections);
  const services = new Set([...before, ...after]);
  const elements = new Set<string>([...services, ...ids.filter((id) => topology.design.elements.has(id))]);
  for (const id of [...elements]) {
    const element = topology.design.elements.get(id);
    if (!element) continue;
    const subnets = element.subnets.flatMap((subnet) => topology.design.elements.get(subnet) ?? []);
    for (const part of [element, ...subnets]) {
      elements.add(part.id);
      if (part.tier !== null) elements.add(part.tier);
      for (const container of ancestorsOf(topology.design, part)) elements.add(container.id);
    }
  }
  return { elements, connections, services: services.size };
}
