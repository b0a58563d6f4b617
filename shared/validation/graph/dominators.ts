/** A directed graph in compressed rows: the successors of v are `targets[starts[v] … starts[v + 1])`. */
export interface Digraph {
  readonly size: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

export interface Dominators {
  /** Immediate dominator of each node; the root's is itself, -1 for nodes the root does not reach. */
  readonly parent: Int32Array;
  /** Reached nodes in reverse postorder: dominators come before what they dominate. */
  readonly order: Int32Array;
}

/** Reached nodes in reverse postorder, by depth-first search without recursion. */
function orderNodes({ size, starts, targets }: Digraph, root: number): Int32Array {
  const next = starts.slice(0, size);
  const seen = new Uint8Array(size);
  const stack = new Int32Array(size);
  const order = new Int32Array(size);
  let depth = 1;
  let free = size;
  stack[0] = root;
  seen[root] = 1;
  while (depth > 0) {
    const node = stack[depth - 1] ?? 0;
    const edge = next[node] ?? 0;
    if (edge === (starts[node + 1] ?? 0)) {
      order[--free] = node;
      depth -= 1;
      continue;
    }
    next[node] = edge + 1;
    const target = targets[edge] ?? 0;
    if (seen[target]) continue;
    seen[target] = 1;
    stack[depth++] = target;
  }
  return order.subarray(free);
}

/** Edges by the rank of their target, sources as ranks; only between reached nodes. */
function reverseEdges({ starts, targets }: Digraph, order: Int32Array, rank: Int32Array) {
  const counts = new Int32Array(order.length + 1);
  for (const node of order)
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const at = (rank[targets[edge] ?? 0] ?? 0) + 1;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  for (let at = 1; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  const fill = counts.slice();
  const sources = new Int32Array(counts[order.length] ?? 0);
  order.forEach((node, at) => {
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const target = rank[targets[edge] ?? 0] ?? 0;
      const slot = fill[target] ?? 0;
      sources[slot] = at;
      fill[target] = slot + 1;
    }
  });
  return { counts, sources };
}

/**
 * Dominators of everything `root` reaches, by the iterative algorithm of Cooper, Harvey and Kennedy ("A Simple, Fast
 * Dominance Algorithm", 2001) on ranks in reverse postorder. Near linear on graphs like ours.
 */
export function findDominators(graph: Digraph, root: number): Dominators {
  const order = orderNodes(graph, root);
  const rank = new Int32Array(graph.size).fill(-1);
  order.forEach((node, at) => {
    rank[node] = at;
  });
  const { counts, sources } = reverseEdges(graph, order, rank);
  const above = new Int32Array(order.length).fill(-1);
  above[0] = 0;
  const meet = (a: number, b: number): number => {
    let left = a;
    let right = b;
    while (left !== right)
      if (left > right) left = above[left] ?? 0;
      else right = above[right] ?? 0;
    return left;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = 1; at < order.length; at += 1) {
      let best = -1;
      for (let slot = counts[at] ?? 0; slot < (counts[at + 1] ?? 0); slot += 1) {
        const source = sources[slot] ?? 0;
        if ((above[source] ?? -1) < 0) continue;
        best = best < 0 ? source : meet(source, best);
      }
      if (above[at] === best) continue;
      above[at] = best;
      changed = true;
    }
  }
  const parent = new Int32Array(graph.size).fill(-1);
  order.forEach((node, at) => {
    parent[node] = order[above[at] ?? 0] ?? -1;
  });
  return { parent, order };
}
