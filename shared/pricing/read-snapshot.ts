import type { Price, PriceBook, PriceConfidence, PriceOrigin, PriceSource, PriceTier } from './price-book';
import type { PriceKey } from './price-key';

interface GradedSource extends PriceSource {
  readonly confidence: PriceConfidence;
}

type Fields = Readonly<Record<string, unknown>>;

class SnapshotReader {
  readonly #sources: readonly GradedSource[];
  readonly #region: string;
  readonly #origin: PriceOrigin;
  readonly prices = new Map<PriceKey, Price>();

  constructor(region: string, sources: readonly GradedSource[], origin: PriceOrigin) {
    this.#region = region;
    this.#sources = sources;
    this.#origin = origin;
  }

  #sourceAt(key: string, index: unknown): GradedSource {
    const source = this.#sources[expectNumber(index, `source of ${key}`)];
    if (source === undefined) throw reject(`${key} names source ${String(index)}, which is not in the list`);
    return source;
  }

  #readTier = (key: string, value: unknown): PriceTier => {
    const [from, to, usd, source] = expectList(value, `tier of ${key}`);
    return {
      from: expectNumber(from, `lower bound of ${key}`),
      to: to === null ? null : expectNumber(to, `upper bound of ${key}`),
      usdPerUnit: expectNumber(usd, `price of ${key}`),
      source: this.#sourceAt(key, source),
    };
  };

  #add(name: string, unit: string, usd: unknown, sourceIndex: unknown, extra: Pick<Price, 'tiers' | 'freePerMonth'>) {
    const key = expectKey(name);
    const { confidence, ...source } = this.#sourceAt(key, sourceIndex);
    this.prices.set(key, {
      key,
      region: this.#region,
      usdPerUnit: expectNumber(usd, `price of ${key}`),
      unit,
      unitSize: readUnitSize(unit),
      source,
      origin: this.#origin,
      confidence,
      ...extra,
    });
  }

  addFamily(pattern: string, value: unknown): void {
    const { unit, source, values } = expectFields(value, pattern);
    const name = expectText(unit, pattern);
    for (const [member, price] of Object.entries(expectFields(values, pattern))) {
      const [usd, own] = typeof price === 'number' ? [price, source] : expectList(price, member);
      this.#add(pattern.replace('*', member), name, usd, own, {});
    }
  }

  addPrice(key: string, value: unknown): void {
    const { unit, flat, tiers, free } = expectFields(value, key);
    const name = expectText(unit, key);
    const freePart = free === undefined ? {} : { freePerMonth: expectNumber(free, `free allowance of ${key}`) };
    if (flat !== undefined) {
      const [usd, source] = expectList(flat, key);
      this.#add(key, name, usd, source, freePart);
      return;
    }
    const list = expectList(tiers, `tiers of ${key}`);
    const [, , firstUsd, firstSource] = expectList(list[0], `first tier of ${key}`);
    this.#add(key, name, firstUsd, firstSource, {
      tiers: list.map((tier) => this.#readTier(key, tier)),
      ...freePart,
    });
  }
}

const reject = (what: string): Error => new Error(`The price snapshot cannot be read: ${what}. Make it anew.`);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const expectFields = (value: unknown, what: string): Fields => {
  if (!isFields(value)) throw reject(`${what} is not an object`);
  return value;
};

const expectList = (value: unknown, what: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw reject(`${what} is not a list`);
  return value;
};

const expectNumber = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw reject(`the ${what} is ${JSON.stringify(value)}, not a number of at least 0`);
  }
  return value;
};

const expectText = (value: unknown, what: string): string => {
  if (typeof value !== 'string' || value === '') throw reject(`${what} lacks a text`);
  return value;
};

const isPriceKey = (text: string): text is PriceKey => /^[^/]+\/.+$/.test(text);

const expectKey = (text: string): PriceKey => {
  if (!isPriceKey(text)) throw reject(`"${text}" is not a price key`);
  return text;
};

const expectConfidence = (value: unknown): PriceConfidence => {
  if (value === 'high' || value === 'medium' || value === 'low' || value === 'derived') return value;
  throw reject(`the confidence ${JSON.stringify(value)} is unknown`);
};

const readSource = (value: unknown): GradedSource => {
  const { name, path, date, confidence } = expectFields(value, 'a source');
  return {
    name: expectText(name, 'the name of a source'),
    path: typeof path === 'string' ? path : '',
    date: expectText(date, 'the date of a source'),
    confidence: expectConfidence(confidence),
  };
};

const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6 };

/** How many counted things one unit holds: 1,000,000 for `1M requests`, 10,000 for `10000 requests`, 1 for `hour`. */
export const readUnitSize = (unit: string): number => {
  const match = /^(\d+)([kM]?) /.exec(unit);
  return match === null ? 1 : Number(match[1]) * (SCALES[match[2] ?? ''] ?? 1);
};

/**
 * Reads a snapshot (parsed JSON) into a price book. `worldwide` is the snapshot of prices that hold in every Region;
 * they are merged in. Throws with what is wrong and where when the JSON is not a snapshot.
 */
export const readSnapshot = (snapshot: unknown, worldwide?: unknown, origin: PriceOrigin = 'bundled'): PriceBook => {
  const prices = new Map<PriceKey, Price>();
  const readInto = (value: unknown): { region: string; asOf: string } => {
    const fields = expectFields(value, 'the file');
    if (fields.format !== 'stratiform-prices' || fields.version !== 1) {
      throw reject(
        `expected format stratiform-prices version 1, found ${JSON.stringify([fields.format, fields.version])}`,
      );
    }
    const region = expectText(fields.region, 'the Region');
    const reader = new SnapshotReader(region, expectList(fields.sources, 'sources').map(readSource), origin);
    for (const [key, entry] of Object.entries(expectFields(fields.families, 'families'))) reader.addFamily(key, entry);
    for (const [key, entry] of Object.entries(expectFields(fields.prices, 'prices'))) reader.addPrice(key, entry);
    for (const [key, price] of reader.prices) prices.set(key, price);
    return { region, asOf: expectText(fields.asOf, 'the date') };
  };
  if (worldwide !== undefined) readInto(worldwide);
  const { region, asOf } = readInto(snapshot);
  return { region, asOf, find: (key) => prices.get(key), keys: () => prices.keys() };
};
