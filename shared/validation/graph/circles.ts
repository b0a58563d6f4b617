import type { Service, Topology } from '../../topology/topology';
import type { Digraph } from './dominators';

/** The synchronous, non-optional calls of services, by index. */
function callGraph({ services, links, network }: Topology): Digraph {
  const size = services.length;
  const indexOf = new Int32Array(network.critical.length).fill(-1);
  services.forEach(({ slot }, index) => {
    indexOf[slot] = index;
  });
  const calls: number[] = [];
  const starts = new Int32Array(size + 1);
  for (const { from, to, synchronous, optional } of links) {
    if (!synchronous || optional) continue;
    const source = indexOf[from.slot] ?? -1;
    const target = indexOf[to.slot] ?? -1;
    if (source === -1 || target === -1) continue;
    calls.push(source, target);
    starts[source + 1] = (starts[source + 1] ?? 0) + 1;
  }
  for (let node = 0; node < size; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice(0, size);
  const targets = new Int32Array(calls.length / 2);
  for (let at = 0; at < calls.length; at += 2) {
    const source = calls[at] ?? 0;
    const slot = next[source] ?? 0;
    targets[slot] = calls[at + 1] ?? 0;
    next[source] = slot + 1;
  }
  return { size, starts, targets };
}

/**
 * Services that wait for one another: the strongly connected components of two services and more (Tarjan, with a stack of
 * its own, so that deep chains do no harm). In the order of their first members.
 */
export function findCircles(topology: Topology): Service[][] {
  const { services } = topology;
  const { size, starts, targets } = callGraph(topology);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const open = new Uint8Array(size);
  const path = new Int32Array(size);
  const visits = new Int32Array(size);
  const next = starts.slice(0, size);
  const circles: number[][] = [];
  let count = 0;
  let length = 0;
  let depth = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = count++;
    open[node] = 1;
    path[length++] = node;
    visits[depth++] = node;
  };
  /** Takes the members of a finished component off the path. */
  const close = (node: number): void => {
    const end = length;
    do open[path[--length] ?? 0] = 0;
    while (path[length] !== node);
    if (end - length > 1) circles.push(Array.from(path.subarray(length, end)).sort((a, b) => a - b));
  };
  for (let start = 0; start < size; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    while (depth > 0) {
      const node = visits[depth - 1] ?? 0;
      const edge = next[node] ?? 0;
      if (edge < (starts[node + 1] ?? 0)) {
        next[node] = edge + 1;
        const target = targets[edge] ?? 0;
        if (order[target] === -1) enter(target);
        else if (open[target] === 1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
        continue;
      }
      depth -= 1;
      if (low[node] === order[node]) close(node);
      const caller = depth > 0 ? visits[depth - 1] : undefined;
      if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0);
    }
  }
  const inOrder = circles.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return inOrder.map((members) => members.flatMap((index) => services[index] ?? []));
}
