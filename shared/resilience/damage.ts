import type { Service, Topology } from '../topology/topology';
import type { FailureSet } from './failures';
import { type RequestGraph, requestGraph } from './request-graph';
import { findLoss, isDeadly, type ServiceLoss } from './service-loss';

/** What failures do to each node of the request graph. */
export interface Damage {
  readonly failed: FailureSet;
  readonly graph: RequestGraph;
  /** By service id. */
  readonly losses: ReadonlyMap<string, ServiceLoss>;
  /** 1: nothing of the node itself is left, or nothing reaches it from outside. */
  readonly lost: Uint8Array;
  /** 1: it cannot serve, for whatever reason. */
  readonly down: Uint8Array;
  /** By group: 1 where nothing of it serves. */
  readonly groupDown: Uint8Array;
  /** Of a node that is down by dependency: a node it cannot do without; else -1. */
  readonly causeOf: Int32Array;
  /** Services that keep running behind an internet gateway that does not, with the sentence that says so. */
  readonly unreachable: ReadonlyMap<string, string>;
}

/** Services called from outside a VPC whose internet gateway is gone. */
function findUnreachable(topology: Topology, losses: ReadonlyMap<string, ServiceLoss>): Map<string, string> {
  const found = new Map<string, string>();
  for (const vpc of topology.vpcs) {
    const gateway = vpc.internetGateway;
    if (!gateway || !losses.has(gateway.id)) continue;
    for (const link of topology.links)
      if (link.synchronous && link.to.vpc === vpc && link.from.vpc !== vpc)
        found.set(link.to.id, `Nothing reaches it from outside: ${gateway.name} is down.`);
  }
  return found;
}

/** Takes down, one after the other, everything that needs a group of which nothing is left. Linear in connections. */
function spread(graph: RequestGraph, lost: Uint8Array, actors: number): Pick<Damage, 'down' | 'groupDown' | 'causeOf'> {
  const down = lost.slice();
  const causeOf = new Int32Array(graph.nodes.length).fill(-1);
  const left = Int32Array.from(graph.groups, ({ members }) => members.length);
  const groupDown = new Uint8Array(graph.groups.length);
  const queue: number[] = [];
  for (let node = 0; node < down.length; node += 1) if (down[node]) queue.push(node);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const group = graph.groupOf[node] ?? 0;
    left[group] = (left[group] ?? 0) - 1;
    if (left[group] !== 0) continue;
    groupDown[group] = 1;
    for (const member of graph.groups[group]?.members ?? [])
      for (let at = graph.callerStarts[member] ?? 0; at < (graph.callerStarts[member + 1] ?? 0); at += 1) {
        const caller = graph.callers[at] ?? 0;
        if (caller < actors || down[caller]) continue;
        down[caller] = 1;
        causeOf[caller] = member;
        queue.push(caller);
      }
  }
  return { down, groupDown, causeOf };
}

/** Works out what is gone and what goes down with it. */
export function assessDamage(topology: Topology, failed: FailureSet): Damage {
  const graph = requestGraph(topology);
  const losses = new Map<string, ServiceLoss>();
  const lost = new Uint8Array(graph.nodes.length);
  const mark = (service: Service): void => {
    lost[graph.indexOf.get(service.id) ?? 0] = 1;
  };
  for (const service of topology.services) {
    const loss = findLoss(service, failed);
    if (!loss) continue;
    losses.set(service.id, loss);
    if (isDeadly(loss.kind)) mark(service);
  }
  const unreachable = losses.size === 0 ? new Map<string, string>() : findUnreachable(topology, losses);
  for (const id of unreachable.keys()) {
    const service = topology.service(id);
    if (service) mark(service);
  }
  return { failed, graph, losses, lost, unreachable, ...spread(graph, lost, topology.actors.length) };
}
