import { definitionOf, isActorKind } from '../../../../shared/catalog/catalog';
import type { Design, Element } from '../../../../shared/model/design';

/** One line of the outline, as far as it is unfolded. */
export interface OutlineRow {
  readonly element: Element;
  /** 1 is the outermost. */
  readonly level: number;
  /** Place among its siblings, from 1, and how many there are. */
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | null;
  readonly isExpandable: boolean;
  readonly isExpanded: boolean;
}

/** Elements by what holds them in the outline; null holds the outermost. */
export type OutlineTree = ReadonlyMap<string | null, readonly Element[]>;

const STRUCTURE_RANKS: Readonly<Record<string, number>> = {
  region: 2,
  vpc: 3,
  tier: 4,
  'availability-zone': 5,
  subnet: 6,
  group: 7,
  note: 9,
};

/** Along the traffic: people, the edge, then structure from the outside in; services after the containers, notes last. */
function rankOf({ kind }: Element): number {
  if (isActorKind(kind)) return 0;
  if (definitionOf(kind)?.scope === 'global') return 1;
  return STRUCTURE_RANKS[kind] ?? 8;
}

/** Zones stand side by side, everything else is read row by row. */
const byPlace = (a: Element, b: Element): number =>
  rankOf(a) - rankOf(b) ||
  (a.kind === 'availability-zone' ? a.frame.x - b.frame.x : a.frame.y - b.frame.y || a.frame.x - b.frame.x) ||
  (a.id < b.id ? -1 : 1);

/** Services stand under their tier, everything else under the container that holds it. */
function holderOf({ elements }: Pick<Design, 'elements'>, { kind, tier, parent }: Element): string | null {
  if (tier !== null && kind !== 'subnet' && elements.get(tier)?.kind === 'tier') return tier;
  return parent !== null && elements.has(parent) ? parent : null;
}

/** Puts every element into the outline exactly once; members of a cycle become outermost. */
export function outlineOf(design: Pick<Design, 'elements'>): OutlineTree {
  const tree = new Map<string | null, Element[]>();
  const hold = (holder: string | null, element: Element): void => {
    const held = tree.get(holder);
    if (held) held.push(element);
    else tree.set(holder, [element]);
  };
  for (const element of design.elements.values()) hold(holderOf(design, element), element);
  const reached = new Set<string>();
  const reach = (element: Element): void => {
    const open = [element];
    for (let next = open.pop(); next; next = open.pop()) {
      if (reached.has(next.id)) continue;
      reached.add(next.id);
      open.push(...(tree.get(next.id) ?? []));
    }
  };
  for (const element of tree.get(null) ?? []) reach(element);
  for (const element of design.elements.values()) {
    if (reached.has(element.id)) continue;
    const holder = holderOf(design, element);
    tree.set(holder, tree.get(holder)?.filter(({ id }) => id !== element.id) ?? []);
    hold(null, element);
    reach(element);
  }
  for (const held of tree.values()) held.sort(byPlace);
  return tree;
}

/** The lines to show, in order; what is folded shows no lines beneath. */
export function listRows(tree: OutlineTree, folded: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (parent: string | null, level: number): void => {
    const held = tree.get(parent) ?? [];
    for (const [index, element] of held.entries()) {
      const isExpandable = (tree.get(element.id) ?? []).length > 0;
      const isExpanded = isExpandable && !folded.has(element.id);
      rows.push({ element, level, position: index + 1, siblings: held.length, parent, isExpandable, isExpanded });
      if (isExpanded) add(element.id, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

/** What must be unfolded to see an element, nearest first. */
export function holdersOf(tree: OutlineTree, id: string): readonly string[] {
  const holder = new Map<string, string | null>();
  for (const [parent, held] of tree) for (const element of held) holder.set(element.id, parent);
  const found: string[] = [];
  for (let next = holder.get(id); next != null; next = holder.get(next)) found.push(next);
  return found;
}
