import type { Service } from '../topology/topology';
import type { CopyGroup, RequestGraph } from './request-graph';

type Calls = Pick<RequestGraph, 'nodes' | 'starts' | 'targets' | 'callerStarts' | 'callers'>;

const isInterchangeable = ({ definition, role }: Service): boolean =>
  (definition.family === 'compute' && role !== 'database' && role !== 'cache') || definition.family === 'load-balancer';

/** A sum of scrambled numbers: equal for equal sets, whatever their order. */
function fingerprint(list: Int32Array): string {
  let low = 0;
  let high = 0;
  for (const item of list) {
    low = (low + Math.imul(item + 1, 0x9e3779b1)) | 0;
    high = (high + Math.imul(Math.imul(item + 1, 0x85ebca6b) ^ ((item + 1) << 13), 0xc2b2ae35)) | 0;
  }
  return `${list.length}.${low}.${high}`;
}

const callersOf = ({ callerStarts, callers }: Calls, node: number): Int32Array =>
  callers.subarray(callerStarts[node] ?? 0, callerStarts[node + 1] ?? 0);
const targetsOf = ({ starts, targets }: Calls, node: number): Int32Array =>
  targets.subarray(starts[node] ?? 0, starts[node + 1] ?? 0);

function sameSet(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  const left = a.slice().sort();
  const right = b.slice().sort();
  return left.every((item, index) => item === right[index]);
}

const copyKey = (calls: Calls, node: number, { tier, vpc, role, definition }: Service): string =>
  [
    tier?.id ?? '',
    vpc?.id ?? '',
    role,
    definition.family,
    fingerprint(callersOf(calls, node)),
    fingerprint(targetsOf(calls, node)),
  ].join('|');

const areCopies = (calls: Calls, a: number, b: number): boolean =>
  sameSet(callersOf(calls, a), callersOf(calls, b)) && sameSet(targetsOf(calls, a), targetsOf(calls, b));

/**
 * Groups of which any member will do. Copies of one thing are stateless machines or load balancers of one tier and role that
 * the same callers call and that call the same; pairs in `standIns` are joined besides.
 */
export function groupCopies(
  calls: Calls,
  standIns: readonly (readonly [number, number])[],
): Pick<RequestGraph, 'groupOf' | 'groups'> {
  const lists: number[][] = [];
  const byKey = new Map<string, number[]>();
  const listOf: number[][] = calls.nodes.map((service, node) => {
    const list = [node];
    if (isInterchangeable(service)) {
      const key = copyKey(calls, node, service);
      const known = byKey.get(key);
      if (known?.[0] !== undefined && areCopies(calls, known[0], node)) {
        known.push(node);
        return known;
      }
      if (!known) byKey.set(key, list);
    }
    lists.push(list);
    return list;
  });
  const joined = new Set<number[]>();
  for (const [first, second] of standIns) {
    const into = listOf[first];
    const from = listOf[second];
    if (!into || !from || into === from) continue;
    for (const node of from) listOf[node] = into;
    into.push(...from);
    from.length = 0;
    joined.add(into);
  }
  const groups: CopyGroup[] = [];
  const groupOf = new Int32Array(calls.nodes.length);
  for (const members of lists) {
    if (members.length === 0) continue;
    for (const node of members) groupOf[node] = groups.length;
    groups.push({ members, alternatives: joined.has(members) });
  }
  return { groupOf, groups };
}
