import { serial } from './probability';

/**
 * A part of a design that works or does not, given which zones are up. `table` has 2^zones cells; bit i of the index says
 * that zone i is up.
 */
export interface Unit {
  /** Physical zones, sorted. */
  readonly zones: readonly string[];
  readonly table: Float64Array;
  /** The zones in one text: equal for units over the same zones. */
  readonly key: string;
}

/** More zones than this in one sum are not enumerated: 4,096 states. */
export const MAX_ZONES = 12;

export const makeUnit = (zones: readonly string[], table: Float64Array): Unit => ({
  zones,
  table,
  key: zones.join('|'),
});

/** A unit that no zone matters to. */
export const constantUnit = (a: number): Unit => makeUnit([], Float64Array.of(a));

/** For each zone of `part`, its place in `whole`. */
const placesIn = (whole: readonly string[], part: readonly string[]): number[] =>
  part.map((zone) => whole.indexOf(zone));

function pick(mask: number, places: readonly number[]): number {
  let picked = 0;
  places.forEach((place, index) => {
    picked |= ((mask >> place) & 1) << index;
  });
  return picked;
}

/** Value of a unit in a state of `zones`, which hold all of the unit's. */
export function readUnits(
  units: readonly Unit[],
  zones: readonly string[],
  combine: (values: readonly number[]) => number,
): Float64Array {
  const places = units.map((unit) => placesIn(zones, unit.zones));
  return Float64Array.from({ length: 1 << zones.length }, (_, mask) =>
    combine(units.map(({ table }, index) => table[pick(mask, places[index] ?? [])] ?? 0)),
  );
}

/** Multiplies units that depend on the same zones into one each. */
function mergeEqual(units: readonly Unit[]): Unit[] {
  const merged = new Map<string, Unit>();
  for (const unit of units) {
    const known = merged.get(unit.key);
    if (!known) merged.set(unit.key, { ...unit, table: unit.table.slice() });
    else
      for (let mask = 0; mask < unit.table.length; mask += 1)
        known.table[mask] = (known.table[mask] ?? 0) * (unit.table[mask] ?? 0);
  }
  return [...merged.values()];
}

/** Splits units into sets that share no zone; the sets are independent of one another. */
function splitIndependent(units: readonly Unit[]): Unit[][] {
  const sets: { readonly zones: Set<string>; readonly units: Unit[] }[] = [];
  for (const unit of units) {
    const touching = sets.filter(({ zones }) => unit.zones.some((zone) => zones.has(zone)));
    const [into = { zones: new Set<string>(), units: [] }, ...rest] = touching;
    if (touching.length === 0) sets.push(into);
    for (const other of rest) {
      for (const zone of other.zones) into.zones.add(zone);
      into.units.push(...other.units);
      sets.splice(sets.indexOf(other), 1);
    }
    for (const zone of unit.zones) into.zones.add(zone);
    into.units.push(unit);
  }
  return sets.map((set) => set.units);
}

export interface ZoneSum {
  readonly value: number;
  /** Too many zones hang together: the value is a lower bound. */
  readonly cutShort: boolean;
}

const stateProbability = (mask: number, zones: number, zoneUp: number): number => {
  let probability = 1;
  for (let zone = 0; zone < zones; zone += 1) probability *= (mask >> zone) & 1 ? zoneUp : 1 - zoneUp;
  return probability;
};

const sumTable = (table: Float64Array, zones: number, zoneUp: number): number => {
  let value = 0;
  for (let mask = 0; mask < table.length; mask += 1)
    value += (table[mask] ?? 0) * stateProbability(mask, zones, zoneUp);
  return value;
};

function sumSet(units: readonly Unit[], zoneUp: number): ZoneSum {
  const [only] = units;
  if (only && units.length === 1) return { value: sumTable(only.table, only.zones.length, zoneUp), cutShort: false };
  const zones = [...new Set(units.flatMap((unit) => unit.zones))].sort();
  if (zones.length > MAX_ZONES) {
    // Parts that share zones fail together, so treating them as independent can only be too low.
    const value = units.reduce((product, unit) => product * sumSet([unit], zoneUp).value, 1);
    return { value, cutShort: true };
  }
  return { value: sumTable(readUnits(units, zones, serial), zones.length, zoneUp), cutShort: false };
}

/**
 * Probability that all units work: Σ over the states of the zones of P(state) · Π units(state), so that a zone that several
 * units share fails once for all of them. `zoneUp`: availability of one zone, 0 to 1.
 */
export function sumOverZones(units: readonly Unit[], zoneUp: number): ZoneSum {
  let value = 1;
  let cutShort = false;
  for (const set of splitIndependent(mergeEqual(units))) {
    const part = sumSet(set, zoneUp);
    value *= part.value;
    cutShort ||= part.cutShort;
  }
  return { value: Math.min(1, Math.max(0, value)), cutShort };
}
