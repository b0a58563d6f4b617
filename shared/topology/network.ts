import { isActorKind } from '../catalog/catalog';
import type { Change } from '../model/diff';
import { changesByGroup, withChanges } from './lists';
import type { ServiceDraft } from './resolve-services';
import type { LinksBySlot, Network } from './topology';
import type { DraftLink, Workings } from './workings';

type Lists = LinksBySlot<ServiceDraft>;
type Ties = Network<ServiceDraft>;

const NO_LINKS: readonly DraftLink[] = [];

/** Each list is made as long as it will be: one that grows takes far more room. */
function byEnd(size: number, links: readonly DraftLink[], end: 'from' | 'to'): Lists {
  const left = new Int32Array(size);
  for (const link of links) left[link[end].slot] = (left[link[end].slot] ?? 0) + 1;
  const lists: DraftLink[][] = new Array(size);
  for (const link of links) {
    const { slot } = link[end];
    const open = left[slot] ?? 0;
    lists[slot] ??= new Array(open);
    const list = lists[slot];
    list[list.length - open] = link;
    left[slot] = open - 1;
  }
  return lists;
}

/** What users depend on, by slot. */
function findCritical(size: number, actors: readonly ServiceDraft[], outgoing: Lists): Uint8Array {
  const critical = new Uint8Array(size);
  const queue = actors.map(({ slot }) => slot);
  for (let slot = queue.pop(); slot !== undefined; slot = queue.pop())
    for (const { synchronous, optional, to } of outgoing[slot] ?? NO_LINKS) {
      if (!synchronous || optional || critical[to.slot] === 1) continue;
      critical[to.slot] = 1;
      queue.push(to.slot);
    }
  return critical;
}

/** Ties services together by their links, which are in the order of ids. */
export function tieNetwork(all: readonly ServiceDraft[], links: readonly DraftLink[]): Ties {
  const outgoing = byEnd(all.length, links, 'from');
  const incoming = byEnd(all.length, links, 'to');
  const actors = all.filter(({ kind }) => isActorKind(kind));
  return { outgoing, incoming, critical: findCritical(all.length, actors, outgoing) };
}

/** Whether a link leads from and to the same, whatever else changed; services count as the same by their ids and VPCs. */
export function hasSameEnds({ from: before, to: after }: Change<DraftLink>): boolean {
  const isSame = (a: ServiceDraft, b: ServiceDraft): boolean => a.slot === b.slot && a.vpc?.id === b.vpc?.id;
  return before !== null && after !== null && isSame(before.from, after.from) && isSame(before.to, after.to);
}

const isNeeded = ({ synchronous, optional }: DraftLink): boolean => synchronous && !optional;

/** Whether users depend on the same before and after. */
const keepsReach = (change: Change<DraftLink>): boolean => {
  const { from, to } = change;
  return hasSameEnds(change) && from !== null && to !== null && isNeeded(from) === isNeeded(to);
};

function endAgain(lists: Lists, changes: readonly Change<DraftLink>[], end: 'from' | 'to'): Lists {
  const next = lists.slice();
  for (const [slot, some] of changesByGroup(changes, (link) => link[end].slot))
    next[slot] = withChanges(next[slot] ?? NO_LINKS, some);
  return next;
}

/** The network after some links have changed, which are in the order of ids. */
export function tieAgain(
  { network: before }: Pick<Workings, 'network'>,
  { bySlot, actors }: Pick<Workings, 'bySlot' | 'actors'>,
  links: readonly Change<DraftLink>[],
): Ties {
  const outgoing = endAgain(before.outgoing, links, 'from');
  const incoming = endAgain(before.incoming, links, 'to');
  const isSame = before.critical.length === bySlot.length && links.every(keepsReach);
  const critical = isSame ? before.critical : findCritical(bySlot.length, actors, outgoing);
  return { outgoing, incoming, critical };
}
