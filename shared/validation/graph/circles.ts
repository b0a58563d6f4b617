import type { Service, Topology } from '../../topology/topology';

interface Visit {
  readonly node: number;
  next: number;
}

/** Targets of the synchronous, non-optional calls of each service, by index. */
function callGraph({ services, links }: Topology): number[][] {
  const indexOf = new Map(services.map((service, index) => [service.id, index]));
  const targets: number[][] = services.map(() => []);
  for (const { from, to, synchronous, optional } of links) {
    const source = indexOf.get(from.id);
    const target = indexOf.get(to.id);
    if (synchronous && !optional && source !== undefined && target !== undefined) targets[source]?.push(target);
  }
  return targets;
}

/**
 * Services that wait for one another: the strongly connected components of two services and more (Tarjan, with a stack of
 * its own, so that deep chains do no harm). In the order of their first members.
 */
export function findCircles(topology: Topology): Service[][] {
  const { services } = topology;
  const targets = callGraph(topology);
  const order = new Int32Array(services.length).fill(-1);
  const low = new Int32Array(services.length);
  const open = new Uint8Array(services.length);
  const path: number[] = [];
  const circles: number[][] = [];
  let count = 0;
  const enter = (node: number, visits: Visit[]): void => {
    order[node] = low[node] = count++;
    open[node] = 1;
    path.push(node);
    visits.push({ node, next: 0 });
  };
  const leave = (node: number, visits: readonly Visit[]): void => {
    if (low[node] === order[node]) {
      const members = path.splice(path.lastIndexOf(node));
      for (const member of members) open[member] = 0;
      if (members.length > 1) circles.push(members.sort((a, b) => a - b));
    }
    const caller = visits.at(-1)?.node;
    if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0);
  };
  for (let start = 0; start < services.length; start += 1) {
    if (order[start] !== -1) continue;
    const visits: Visit[] = [];
    enter(start, visits);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { node } = visit;
      const target = targets[node]?.[visit.next];
      visit.next += 1;
      if (target === undefined) {
        visits.pop();
        leave(node, visits);
      } else if (order[target] === -1) enter(target, visits);
      else if (open[target] === 1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
  const inOrder = circles.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return inOrder.map((members) => members.flatMap((index) => services[index] ?? []));
}
