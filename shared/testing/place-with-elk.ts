import ELK from 'elkjs/lib/elk.bundled.js';
import type { FlowGraph, Placed } from '../layout/arrange/flow-graph';

const elk = new ELK();

/** Places a graph with ELK where the test runs, without a worker. */
export async function placeWithElk({ children, edges, ...graph }: FlowGraph): Promise<readonly Placed[]> {
  const answer = await elk.layout({
    ...graph,
    children: [...children],
    edges: edges.map(({ sources, targets, ...edge }) => ({ ...edge, sources: [...sources], targets: [...targets] })),
  });
  return (answer.children ?? []).map(({ id, x = 0, y = 0 }) => ({ id, x, y }));
}
