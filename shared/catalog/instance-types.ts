/**
 * What can be told from the name of an instance type or class: `t3.medium`, `db.r6g.large`, `cache.m4.xlarge`.
 * Sources: Amazon EC2 User Guide, "Burstable performance instances", "Instance types"; EC2 "Previous generation instances".
 */
interface TypeName {
  /** `db.`, `cache.` or nothing. */
  readonly prefix: string;
  readonly family: string;
  readonly size: string;
}

/** Names are few and asked for all the time; made-up ones in many designs must not pile up. */
const MOST_NAMES = 2000;
const names = new Map<string, TypeName | undefined>();

/** Undefined where the name has another form. */
export function readTypeName(type: string): TypeName | undefined {
  const known = names.get(type);
  if (known !== undefined || names.has(type)) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const name = parseTypeName(type);
  names.set(type, name);
  return name;
}

function parseTypeName(type: string): TypeName | undefined {
  const match = /^(db\.|cache\.)?([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(type);
  const [, prefix = '', family, size] = match ?? [];
  return family === undefined || size === undefined ? undefined : { prefix, family, size };
}

const BURSTABLE: ReadonlySet<string> = new Set(['t2', 't3', 't3a', 't4g']);

/** Share of its CPUs, in percent, a burstable type can use without end. unverified: from memory of the guide's table. */
const BASELINES: Readonly<Record<string, number>> = {
  nano: 5,
  micro: 10,
  small: 20,
  medium: 20,
  large: 30,
  xlarge: 40,
  '2xlarge': 40,
};
/** T2 shares its figures but for the largest sizes. unverified */
const T2_BASELINES: Readonly<Record<string, number>> = { xlarge: 22.5, '2xlarge': 17 };

/** CPU load in percent that a burstable type carries for ever; undefined for every other type. */
export function baselineOf(type: string): number | undefined {
  const name = readTypeName(type);
  if (!name || !BURSTABLE.has(name.family)) return undefined;
  return (name.family === 't2' ? T2_BASELINES[name.size] : undefined) ?? BASELINES[name.size];
}

/** Size in units of `large`; undefined for sizes below it and for bare metal. */
function largeUnits(size: string): number | undefined {
  if (size === 'large') return 1;
  if (size === 'xlarge') return 2;
  const factor = /^(\d+)xlarge$/.exec(size)?.[1];
  return factor === undefined ? undefined : Number(factor) * 2;
}

const SMALL_GIB: Readonly<Record<string, number>> = { nano: 0.5, micro: 1, small: 2, medium: 4 };

/** Memory in GiB of the general and memory-optimised types from the fifth generation on, and of the burstable ones. */
export function memoryGib(type: string): number | undefined {
  const name = readTypeName(type);
  if (!name) return undefined;
  const { family, size } = name;
  const units = largeUnits(size);
  if (BURSTABLE.has(family)) return SMALL_GIB[size] ?? (units === undefined ? undefined : units * 8);
  if (units === undefined) return undefined;
  if (/^m[4-8][a-z]*$/.test(family)) return units * 8;
  return /^r[5-8][a-z]*$/.test(family) ? units * 16 : undefined;
}

/** Sizes of a family above this one, next first; only those that `memoryGib` knows. */
export function largerTypes(type: string): readonly string[] {
  const name = readTypeName(type);
  const gib = memoryGib(type);
  if (!name || gib === undefined) return [];
  const sizes = [
    'micro',
    'small',
    'medium',
    'large',
    'xlarge',
    '2xlarge',
    '4xlarge',
    '8xlarge',
    '12xlarge',
    '16xlarge',
  ];
  const most = BURSTABLE.has(name.family) ? sizes.indexOf('2xlarge') : sizes.length - 1;
  return sizes
    .slice(0, most + 1)
    .map((size) => `${name.prefix}${name.family}.${size}`)
    .filter((larger) => (memoryGib(larger) ?? 0) > gib);
}

/** Family → the one that took its place: newer machines for about the same price or less. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  t1: 't3',
  t2: 't3',
  m1: 'm6i',
  m2: 'r6i',
  m3: 'm6i',
  m4: 'm6i',
  c1: 'c6i',
  c3: 'c6i',
  c4: 'c6i',
  r3: 'r6i',
  r4: 'r6i',
};
const CACHE_SUCCESSORS: Readonly<Record<string, string>> = { m6i: 'm6g', r6i: 'r6g', c6i: 'm6g' };
/** What the successor does not have: sizes below large, and odd ones. */
const SIZES: Readonly<Record<string, string>> = { small: 'large', medium: 'large', '10xlarge': '12xlarge' };

/** A type of today in the place of one of a previous generation; undefined where the type is none. */
export function successorOf(type: string): string | undefined {
  const name = readTypeName(type);
  const family = name && SUCCESSORS[name.family];
  if (!name || family === undefined) return undefined;
  if (family === 't3') return `${name.prefix}t3.${name.size}`;
  const today = name.prefix === 'cache.' ? (CACHE_SUCCESSORS[family] ?? family) : family;
  return `${name.prefix}${today}.${SIZES[name.size] ?? name.size}`;
}

/** Families of the same sort (general, computing, memory) that every Region has had for years, newest first. */
const WIDESPREAD: Readonly<Record<string, readonly string[]>> = {
  m: ['m6i', 'm5'],
  c: ['c6i', 'c5'],
  r: ['r6i', 'r5'],
  t: ['t3'],
};

/** Widespread families in the place of one that is rare; none where there is no like. */
export const widespreadFamilies = (family: string): readonly string[] => WIDESPREAD[family.slice(0, 1)] ?? [];
