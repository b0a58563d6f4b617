import type { FactSource, PriceFact } from './facts';
import { isCommonType } from './plan-facts';
import { isGlobalRegion, isSelected, SUPERSEDED } from './selection';
import { orderTiers, readFreeAllowance, readTierName, type TierName } from './tiers';

/** A price as the snapshot file holds it: `[usd, source]`, or volume tiers `[from, to or null, usd, source]`. */
type FileTier = readonly [from: number, to: number | null, usd: number, source: number];
interface FilePrice {
  readonly unit: string;
  readonly flat?: readonly [usd: number, source: number];
  readonly tiers?: readonly FileTier[];
  readonly free?: number;
}

/** The snapshot of one Region (or of what holds worldwide) as it is written to disk. */
export interface SnapshotFile {
  readonly format: 'stratiform-prices';
  readonly version: 1;
  readonly region: string;
  readonly currency: 'USD';
  /** The newest date among the sources. */
  readonly asOf: string;
  readonly sources: readonly FactSource[];
  /** Many prices of one shape: the key holds `*` where the member's name belongs. */
  readonly families: Readonly<Record<string, FamilyFile>>;
  readonly prices: Readonly<Record<string, FilePrice>>;
}
interface FamilyFile {
  readonly unit: string;
  /** The source of all values that name none themselves. */
  readonly source: number;
  readonly values: Readonly<Record<string, number | readonly [usd: number, source: number]>>;
}

interface KeyedFact {
  readonly fact: PriceFact;
  readonly key: string;
  readonly family: { readonly key: string; readonly member: string } | undefined;
  readonly tier: TierName | undefined;
  readonly free: number | undefined;
}

/** The attribute whose many values make a family, by `service/item`. */
const FAMILY_ATTRIBUTES: Readonly<Record<string, string>> = {
  'AmazonEC2/instance-hour': 'type',
  'AmazonElastiCache/node-hour': 'type',
  'AmazonRDS/instance-hour': 'class',
  'AmazonEC2/reserved-hour': 'type',
  'AmazonEC2/reserved-upfront': 'type',
  'AmazonEC2/spot-hour': 'type',
  'AmazonElastiCache/reserved-hour': 'type',
  'AmazonElastiCache/reserved-upfront': 'type',
  'AmazonRDS/reserved-hour': 'class',
  'AmazonRDS/reserved-upfront': 'class',
};

/** Attributes that say something about the price instead of naming another price. */
const REMARKS = new Set(['note', 'free']);

const splitAttributes = (text: string): [name: string, value: string][] =>
  text
    .replace(/^family=t3\/t4g note: .*$/, 'family=t3')
    .split(';')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });

const joinKey = (fact: PriceFact, attributes: readonly (readonly [string, string])[]): string => {
  const query = [...attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return query === '' ? `${fact.service}/${fact.item}` : `${fact.service}/${fact.item}?${query}`;
};

const keyFact = (fact: PriceFact): KeyedFact => {
  const pairs = splitAttributes(fact.attributes);
  const named = new Map(pairs);
  const freeText = named.get('free');
  const tier = readTierName(named.get('tier') ?? '', fact.unit);
  const kept = pairs.filter(([name]) => !REMARKS.has(name) && !(name === 'tier' && tier !== undefined));
  if (fact.region.startsWith('edge:')) kept.push(['edge', fact.region.slice('edge:'.length)]);
  const familyName = FAMILY_ATTRIBUTES[`${fact.service}/${fact.item}`];
  const member = familyName === undefined ? undefined : named.get(familyName);
  return {
    fact,
    key: joinKey(fact, kept),
    family:
      member === undefined
        ? undefined
        : {
            key: joinKey(
              fact,
              kept.map(([name, value]) => [name, name === familyName ? '*' : value]),
            ),
            member,
          },
    tier,
    free: freeText === undefined ? undefined : readFreeAllowance(freeText, fact.unit),
  };
};

/** Facts about allowances come as prices of zero; they are read here and do not become prices themselves. */
const readAccountAllowances = (facts: readonly PriceFact[]): ReadonlyMap<string, number> => {
  const allowances = new Map<string, number>();
  for (const { service, region, item, attributes } of facts) {
    const outFree = /^first=(\d+)GB\/month aggregated$/.exec(attributes);
    if (item === 'data-transfer-out-internet-free-tier' && outFree !== null) {
      allowances.set(`${service}/data-transfer-out-internet`, Number(outFree[1]));
    }
    const edgeFree = /^tier=0 upto (\d+)$/.exec(attributes);
    if (region === 'edge:Any' && edgeFree !== null) allowances.set(`${service}/${item}`, Number(edgeFree[1]));
  }
  return allowances;
};

const isSuperseded = (fact: PriceFact): boolean =>
  SUPERSEDED.some(
    (cut) =>
      cut.service === fact.service &&
      cut.item.test(fact.item) &&
      cut.attributes.test(fact.attributes) &&
      fact.source.date < cut.changedOn,
  );

/** Collects the sources in use and hands out their numbers. */
class SourceTable {
  readonly #numbers = new Map<string, number>();
  readonly list: FactSource[] = [];

  numberOf(source: FactSource): number {
    const id = JSON.stringify([source.name, source.path, source.date, source.confidence]);
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.list.push(source);
    this.#numbers.set(id, this.list.length - 1);
    return this.list.length - 1;
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
};

const buildPrice = (
  key: string,
  facts: readonly KeyedFact[],
  table: SourceTable,
  free: number | undefined,
): FilePrice => {
  const [first] = facts;
  if (first === undefined) throw new Error(`The price ${key} has no fact.`);
  const unit = first.fact.unit;
  const allowance = free ?? first.free;
  const extra = allowance === undefined ? {} : { free: allowance };
  const tiered = facts.flatMap(({ fact, tier }) => (tier === undefined ? [] : [{ fact, tier }]));
  if (tiered.length === facts.length) {
    const tiers = orderTiers(key, tiered).map(
      ({ entry, from, to }): FileTier => [from, to, entry.fact.usd, table.numberOf(entry.fact.source)],
    );
    return { unit, tiers, ...extra };
  }
  if (facts.length > 1) {
    throw new Error(`${first.fact.region}: ${key} has ${facts.length} prices where one is expected.`);
  }
  return { unit, flat: [first.fact.usd, table.numberOf(first.fact.source)], ...extra };
};

/** The source that most members share. */
const commonSource = (members: readonly KeyedFact[], table: SourceTable): number => {
  const counts = new Map<number, number>();
  for (const { fact } of members) {
    const source = table.numberOf(fact.source);
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || a - b)[0]?.[0] ?? 0;
};

const buildFamily = (key: string, members: readonly KeyedFact[], table: SourceTable): FamilyFile => {
  const values: Record<string, number | readonly [number, number]> = {};
  const shared = commonSource(members, table);
  for (const { fact, family } of [...members].sort((a, b) =>
    compareText(a.family?.member ?? '', b.family?.member ?? ''),
  )) {
    const member = family?.member ?? '';
    if (values[member] !== undefined) throw new Error(`${fact.region}: ${key} has two prices for ${member}.`);
    const source = table.numberOf(fact.source);
    values[member] = source === shared ? fact.usd : [fact.usd, source];
  }
  return { unit: members[0]?.fact.unit ?? '', source: shared, values };
};

const fileOf = (facts: readonly PriceFact[], region: string, allowances: ReadonlyMap<string, number>): SnapshotFile => {
  const keyed = facts.map(keyFact).sort((a, b) => compareText(a.key, b.key));
  const table = new SourceTable();
  const families = groupBy(
    keyed.filter(({ family }) => family !== undefined),
    ({ family }) => family?.key ?? '',
  ).map(([key, members]) => [key, buildFamily(key, members, table)] as const);
  const prices = groupBy(
    keyed.filter(({ family }) => family === undefined),
    ({ key }) => key,
  ).map(([key, group]) => [key, buildPrice(key, group, table, allowances.get(key.split('?')[0] ?? ''))] as const);
  const dates = table.list.map(({ date }) => date).filter((date) => /^\d{4}-\d\d-\d\d$/.test(date));
  return {
    format: 'stratiform-prices',
    version: 1,
    region,
    currency: 'USD',
    asOf: dates.sort().at(-1) ?? '',
    sources: table.list,
    families: Object.fromEntries(families),
    prices: Object.fromEntries(prices),
  };
};

/**
 * Builds the snapshot of one Region, or with `global` of the prices that hold worldwide. Pure and deterministic: the
 * order of the facts does not matter. `dropped` counts the facts left out because AWS has cut the price since.
 */
export const buildSnapshot = (facts: readonly PriceFact[], region: string): { file: SnapshotFile; dropped: number } => {
  const chosen = facts.filter(
    (fact) =>
      (region === 'global' ? isGlobalRegion(fact.region) : fact.region === region) &&
      (isSelected(fact.service, fact.item, fact.attributes) ||
        (fact.service === 'AmazonEC2' && fact.item === 'instance-hour')) &&
      fact.region !== 'edge:Any' &&
      !fact.attributes.includes('<->'),
  );
  const current = chosen.filter((fact) => !isSuperseded(fact));
  return { file: fileOf(current, region, readAccountAllowances(facts)), dropped: chosen.length - current.length };
};

/** Builds the Reserved Instance and Spot prices of one Region, for types with an On-Demand price in `snapshot`. */
export const buildPlanSnapshot = (
  facts: readonly PriceFact[],
  region: string,
  snapshot: SnapshotFile,
): SnapshotFile => {
  const priced = new Set(Object.values(snapshot.families).flatMap(({ values }) => Object.keys(values)));
  const chosen = facts.filter((fact) => {
    if (fact.region !== region) return false;
    const type = /(?:^|;)(?:type|class)=([^;]+)/.exec(fact.attributes)?.[1];
    return type !== undefined && priced.has(type) && isCommonType(type);
  });
  return fileOf(chosen, region, new Map());
};

/** Writes a snapshot with one price per line, so that a refresh reads well as a diff. */
export const writeSnapshot = (file: SnapshotFile): string => {
  const { sources, families, prices, ...head } = file;
  const lines = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  const familyText = Object.entries(families)
    .map(
      ([key, { unit, source, values }]) =>
        `${JSON.stringify(key)}:{"unit":${JSON.stringify(unit)},"source":${source},"values":{\n${lines(values)}}}`,
    )
    .join(',\n');
  const headText = JSON.stringify(head).slice(0, -1);
  const sourceText = sources.map((source) => JSON.stringify(source)).join(',\n');
  return `${headText},\n"sources":[\n${sourceText}],\n"families":{\n${familyText}},\n"prices":{\n${lines(prices)}}}\n`;
};
