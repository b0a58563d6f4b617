import { definitionOf } from '../../../../shared/catalog/catalog';
import type { Design } from '../../../../shared/model/design';
import { tagReader } from '../../../../shared/model/tags';
import type { Estimate } from '../../../../shared/pricing/estimate';
import type { LineItem } from '../../../../shared/pricing/line-item';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import type { Topology } from '../../../../shared/topology/topology';
import type { GroupBy } from './cost-view';

/** The lines of one element or connection; `id` is null for what is counted over the whole design. */
export interface CostEntry {
  readonly id: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly figure: MonthlyFigure;
  readonly lines: readonly LineItem[];
}

export interface CostGroup {
  readonly id: string;
  readonly title: string;
  readonly figure: MonthlyFigure;
  readonly entries: readonly CostEntry[];
}

/** A sum of figures: a lower bound where one is, unpriced where all are. */
export function addFigures(figures: readonly MonthlyFigure[]): MonthlyFigure {
  const micros = figures.reduce((sum, figure) => sum + figure.micros, 0);
  const isUnpriced = figures.length > 0 && figures.every((figure) => figure.isUnpriced);
  return {
    micros,
    isLowerBound: !isUnpriced && figures.some((figure) => figure.isLowerBound || figure.isUnpriced),
    isUnpriced,
  };
}

const figureOfLines = (lines: readonly LineItem[]): MonthlyFigure =>
  addFigures(
    lines.map(({ monthlyMicros }) => ({
      micros: monthlyMicros ?? 0,
      isLowerBound: monthlyMicros === null,
      isUnpriced: monthlyMicros === null,
    })),
  );

const linesByElement = (lines: readonly LineItem[]): Map<string | null, LineItem[]> => {
  const groups = new Map<string | null, LineItem[]>();
  for (const line of lines) {
    const group = groups.get(line.elementId);
    if (group) group.push(line);
    else groups.set(line.elementId, [line]);
  }
  return groups;
};

function readEntry(id: string | null, lines: readonly LineItem[], estimate: Estimate, topology: Topology): CostEntry {
  const figure = (id === null ? undefined : estimate.byElement.get(id)) ?? figureOfLines(lines);
  const element = id === null ? undefined : topology.design.elements.get(id);
  if (element) return { id, name: element.name, kind: element.kind, figure, lines };
  const link = id === null ? undefined : topology.link(id);
  const name = link ? `${link.from.name} → ${link.to.name}` : 'Counted over the whole design';
  return { id, name, kind: null, figure, lines };
}

const FIXED_TITLES = { other: 'Outside tiers', transfer: 'Data transfer', design: 'Whole design' } as const;

interface Order {
  readonly groupOf: (entry: CostEntry) => string;
  readonly groups: readonly { readonly id: string; readonly title: string }[];
}

const fixedGroups = Object.entries(FIXED_TITLES).map(([id, title]) => ({ id, title }));

/** The tiers from top to bottom, as they are drawn now: the topology does not follow mere moves. */
export const tiersAsDrawn = ({ tiers }: Topology, { elements }: Pick<Design, 'elements'>): readonly string[] => {
  const topOf = (id: string): number => elements.get(id)?.frame.y ?? 0;
  return tiers.map(({ id }) => id).sort((a, b) => topOf(a) - topOf(b));
};

const orderByTier = (topology: Topology, tiers: readonly string[]): Order => ({
  groupOf: ({ id, kind }) => {
    if (id === null) return 'design';
    return kind === null ? 'transfer' : (topology.service(id)?.tier?.id ?? 'other');
  },
  groups: [...tiers.map((id) => ({ id, title: topology.design.elements.get(id)?.name ?? id })), ...fixedGroups],
});

const titleOfKind = (kind: string): string => definitionOf(kind)?.title ?? kind;

const orderByService = (entries: readonly CostEntry[]): Order => {
  const kinds = new Set(entries.map(({ kind }) => kind).filter((kind) => kind !== null));
  const costOf = (kind: string): number =>
    entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.figure.micros : sum), 0);
  return {
    groupOf: ({ id, kind }) => (id === null ? 'design' : kind === null ? 'transfer' : `kind ${kind}`),
    groups: [
      ...[...kinds]
        .sort((a, b) => costOf(b) - costOf(a))
        .map((kind) => ({ id: `kind ${kind}`, title: titleOfKind(kind) })),
      ...fixedGroups,
    ],
  };
};

/** Each zone, then each set of zones that something spans, then what runs in none. */
const orderByZone = (entries: readonly CostEntry[], topology: Topology): Order => {
  const titleOf = ({ id }: CostEntry): string =>
    id === null
      ? ''
      : (topology
          .service(id)
          ?.zones.map(({ code }) => code)
          .join(', ') ?? '');
  const groupOf = (entry: CostEntry): string => {
    if (entry.id === null) return 'design';
    if (entry.kind === null) return 'transfer';
    const title = titleOf(entry);
    return title === '' ? 'outside' : `zones ${title}`;
  };
  const titles = [...new Set(entries.map(titleOf))].filter((title) => title !== '');
  titles.sort((a, b) => a.split(', ').length - b.split(', ').length || (a < b ? -1 : 1));
  return {
    groupOf,
    groups: [
      ...titles.map((title) => ({ id: `zones ${title}`, title })),
      { id: 'outside', title: 'Outside Availability Zones' },
      ...fixedGroups,
    ],
  };
};

/** Each value of a tag, the dearest first, then what has no such tag. */
function orderByTag(key: string, entries: readonly CostEntry[], { design }: Topology): Order {
  const tagsOf = tagReader(design);
  const tagOf = ({ id }: CostEntry): string | undefined => {
    const element = id === null ? undefined : design.elements.get(id);
    return element && tagsOf(element).find((tag) => tag.key === key)?.value;
  };
  const values = new Map(entries.map((entry) => [entry, tagOf(entry)]));
  const costs = new Map<string, number>();
  for (const [{ figure }, value] of values)
    if (value !== undefined) costs.set(value, (costs.get(value) ?? 0) + figure.micros);
  return {
    groupOf: (entry) => {
      if (entry.id === null) return 'design';
      if (entry.kind === null) return 'transfer';
      const value = values.get(entry);
      return value === undefined ? 'untagged' : `value ${value}`;
    },
    groups: [
      ...[...costs]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .map(([value]) => ({ id: `value ${value}`, title: value })),
      { id: 'untagged', title: `Without the tag ${key}` },
      ...fixedGroups,
    ],
  };
}

const ONE_LIST: Order = { groupOf: () => 'all', groups: [{ id: 'all', title: '' }] };

const orderBy = (by: GroupBy, entries: readonly CostEntry[], topology: Topology, tiers: readonly string[]): Order => {
  switch (by) {
    case 'tier':
      return orderByTier(topology, tiers);
    case 'zone':
      return orderByZone(entries, topology);
    case 'service':
      return orderByService(entries);
    case 'element':
    case 'line':
      return ONE_LIST;
    default:
      return orderByTag(by.slice('tag '.length), entries, topology);
  }
};

/** Entries of one line each. */
const splitEntry = (entry: CostEntry): readonly CostEntry[] =>
  entry.lines.map((line) => ({ ...entry, figure: figureOfLines([line]), lines: [line] }));

/**
 * The bill in groups, dearest entry first within each: by tier as drawn from top to bottom, by the zones something runs in, by
 * service or by the value of a tag with the dearest first, or as one list of elements or of lines without a title. What lies outside tiers, transfer, and what is counted over the whole design come last.
 * @param tiers their ids from top to bottom
 */
export function groupLines(
  estimate: Estimate,
  topology: Topology,
  by: GroupBy = 'tier',
  tiers = tiersAsDrawn(topology, topology.design),
): CostGroup[] {
  const whole = [...linesByElement(estimate.lines)].map(([id, lines]) => readEntry(id, lines, estimate, topology));
  const entries = by === 'line' ? whole.flatMap(splitEntry) : whole;
  const order = orderBy(by, entries, topology, tiers);
  return order.groups.flatMap(({ id, title }) => {
    const members = entries
      .filter((entry) => order.groupOf(entry) === id)
      .sort((a, b) => b.figure.micros - a.figure.micros);
    if (members.length === 0) return [];
    return [{ id, title, figure: addFigures(members.map(({ figure }) => figure)), entries: members }];
  });
}
