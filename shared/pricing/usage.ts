import { type FieldMeta, fieldMeta } from '../catalog/fields';
import type { KindDefinition } from '../catalog/kind';
import { EXPECTED, type UsageScenario } from '../catalog/usage-scenarios';
import type { Link } from '../topology/topology';
import type { JsonObject } from '../util/json';

type Measure = 'traffic' | 'storage';

/** What flows is stated per month, per second or on average; what is stored in plain GB; a duration in ms is neither. */
const measureOf = ({ control, optional, unit, section }: FieldMeta): Measure | undefined => {
  if (control !== 'number' || optional !== true || unit === undefined || section !== 'Usage') return undefined;
  if (unit === 'GB') return 'storage';
  return / a month$| on average$|^per second$/.test(unit) ? 'traffic' : undefined;
};

const MEASURES = new WeakMap<KindDefinition['schema'], ReadonlyMap<string, Measure>>();

/** The usage figures among the settings of a kind. */
const measuresOf = ({ schema }: Pick<KindDefinition, 'schema'>): ReadonlyMap<string, Measure> => {
  const known = MEASURES.get(schema);
  if (known !== undefined) return known;
  const found = new Map<string, Measure>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const meta = 'def' in field ? fieldMeta.get(field) : undefined;
    const measure = meta && measureOf(meta);
    if (measure !== undefined) found.set(key, measure);
  }
  MEASURES.set(schema, found);
  return found;
};

/** Twelve digits: enough for any usage, and 0.2 × 3 stays 0.6. */
const multiply = (figure: number, factor: number): number => Number((figure * factor).toPrecision(12));

/**
 * The settings of an element as they are in a scenario; the very same object where nothing differs. What is not stated stays
 * so, unless the scenario states it.
 */
export const scaleUsage = (
  definition: Pick<KindDefinition, 'schema'>,
  id: string,
  settings: JsonObject,
  scenario: UsageScenario,
): JsonObject => {
  if (scenario === EXPECTED) return settings;
  const stated = Object.hasOwn(scenario.overrides, id) ? scenario.overrides[id] : undefined;
  const changed: [string, number][] = [];
  for (const [key, measure] of measuresOf(definition)) {
    const override = stated?.[key];
    const figure = settings[key];
    if (override !== undefined) changed.push([key, override]);
    else if (typeof figure === 'number') changed.push([key, multiply(figure, scenario[measure])]);
  }
  return changed.length === 0 ? settings : { ...settings, ...Object.fromEntries(changed) };
};

const scaleFigure = (
  id: string,
  key: 'gbPerMonth' | 'requestsPerSecond',
  stated: number | null,
  scenario: UsageScenario,
): number | null => {
  if (scenario === EXPECTED) return stated;
  const override = Object.hasOwn(scenario.overrides, id) ? scenario.overrides[id]?.[key] : undefined;
  if (override !== undefined) return override;
  return stated === null ? null : multiply(stated, scenario.traffic);
};

/** Gigabytes a month over a connection in a scenario; null where nobody said. */
export const scaleLink = ({ id, gbPerMonth }: Link, scenario: UsageScenario): number | null =>
  scaleFigure(id, 'gbPerMonth', gbPerMonth, scenario);

/** Requests a second over a connection in a scenario; null where nobody said. */
export const scaleRequests = ({ id, requestsPerSecond }: Link, scenario: UsageScenario): number | null =>
  scaleFigure(id, 'requestsPerSecond', requestsPerSecond, scenario);
