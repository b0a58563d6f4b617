import { isServiceKind } from '../catalog/catalog';
import { kinds } from '../catalog/services';
import type { PlacedMember, Service } from '../topology/topology';
import { physicalZone } from './physical-zone';
import { atLeastOf, parallel } from './probability';
import { countMembers } from './service-loss';
import type { KindFigures, SlaFigures } from './sla-figures';
import { constantUnit, MAX_ZONES, makeUnit, type Unit } from './zone-sum';

/** Figures to reckon with; overrides by element id, 0 to 1, hold while one of the element's zones is up. */
export interface FigureSource {
  readonly figures: SlaFigures;
  readonly overrides: ReadonlyMap<string, number>;
}

const figuresOf = ({ kind }: Service, { figures }: FigureSource): KindFigures =>
  isServiceKind(kind) ? (figures.kinds[kind] ?? {}) : {};

/** Whether nothing says how available the service is. */
export const lacksFigure = (service: Service, source: FigureSource): boolean => {
  const { single, spread } = figuresOf(service, source);
  return !single && !spread && !source.overrides.has(service.id);
};

export const zoneUp = ({ figures }: FigureSource): number => figures.zone.percent / 100;

/** What a copy adds to its zone's failures: the published figure of one copy includes those of the zone. */
function ownAvailability(service: Service, source: FigureSource): number {
  const stated = source.overrides.get(service.id);
  if (stated !== undefined) return stated;
  const { single, spread } = figuresOf(service, source);
  const figure = single ?? spread;
  return figure ? Math.min(1, figure.percent / 100 / zoneUp(source)) : 1;
}

function spreadAvailability(service: Service, source: FigureSource): number {
  const { single, spread } = figuresOf(service, source);
  const figure = spread ?? single;
  return source.overrides.get(service.id) ?? (figure ? figure.percent / 100 : 1);
}

/** Copies are counted one by one: machines and independent cache nodes. */
const isCounted = ({ definition, kind }: Service): boolean =>
  definition.family === 'compute' || definition.family === 'bastion' || kind === 'elasticache-memcached';

const physicalZones = (services: readonly Service[]): string[] =>
  [...new Set(services.flatMap(({ members }) => members.map(({ zone }) => physicalZone(zone))))].sort();

type IsUp = (member: PlacedMember) => boolean;

const failsOver = (service: Service): boolean => {
  const { automaticFailover, replicas } = kinds['elasticache-redis'].read(service.element.settings);
  return automaticFailover && replicas > 0;
};

/** Availability of a managed service in `zones` zones while exactly the members of which `isUp` holds have theirs. */
function managedAvailability(service: Service, source: FigureSource, isUp: IsUp, zones: number): number {
  const { members } = service;
  const running = members.filter(isUp);
  if (running.length === 0) return 0;
  const own = ownAvailability(service, source);
  if (service.kind === 'elasticache-redis') {
    if (!failsOver(service)) return running.some(({ role }) => role === 'primary') ? own : 0;
    const most = Math.max(own, spreadAvailability(service, source));
    return zones > 1 ? most : Math.min(most, parallel(running.map(() => own)));
  }
  return zones > 1 ? Math.max(own, spreadAvailability(service, source)) : own;
}

/** Availability of counted copies: at least `k` of those whose zone is up, and no better than the fleet figure. */
function countedAvailability(services: readonly Service[], k: number, source: FigureSource, isUp: IsUp): number {
  const classes = services.map((service) => ({
    count: service.members.length > 0 ? countMembers(service.members.filter(isUp)) : service.traits.copies.desired,
    a: ownAvailability(service, source),
  }));
  const limit = source.figures.fleet;
  const most = limit ? Math.max(limit.percent / 100, ...classes.map(({ a }) => a)) : 1;
  return Math.min(most, atLeastOf(k, classes));
}

/** Availability of one service without zones of its own: at the edge, in a Region as a whole, or not placed yet. */
function unplacedAvailability(service: Service, source: FigureSource): number {
  const { single } = figuresOf(service, source);
  const stated = source.overrides.get(service.id);
  if (stated !== undefined) return stated;
  const lower =
    service.kind === 's3-bucket' && kinds['s3-bucket'].read(service.element.settings).storageClass !== 'standard';
  if (!service.traits.selfRedundant || lower) return single ? single.percent / 100 : 1;
  return spreadAvailability(service, source);
}

type Evaluator = (isUp: IsUp) => number;

function serviceEvaluator(service: Service, source: FigureSource): Evaluator {
  if (isCounted(service)) return (isUp) => countedAvailability([service], 1, source, isUp);
  if (service.members.length === 0) return () => unplacedAvailability(service, source);
  const zones = physicalZones([service]).length;
  return (isUp) => managedAvailability(service, source, isUp, zones);
}

/** At least `k` copies over all services where copies are counted, else any one service. */
function groupEvaluator(services: readonly Service[], k: number, source: FigureSource): Evaluator {
  if (services.every(isCounted)) return (isUp) => countedAvailability(services, k, source, isUp);
  const each = services.map((service) => serviceEvaluator(service, source));
  return each.length === 1 && each[0] ? each[0] : (isUp) => parallel(each.map((evaluate) => evaluate(isUp)));
}

/**
 * Services of which `k` copies, or any one service where copies are not counted, must work, as a table over their zones.
 * Undefined where they lie in more zones than are enumerated.
 */
export function unitOf(services: readonly Service[], k: number, source: FigureSource): Unit | undefined {
  const zones = physicalZones(services);
  if (zones.length > MAX_ZONES) return undefined;
  const evaluate = groupEvaluator(services, k, source);
  if (zones.length === 0) return constantUnit(evaluate(() => true));
  const placeOf = new Map(zones.map((zone, index) => [zone, index]));
  const table = Float64Array.from({ length: 1 << zones.length }, (_, mask) =>
    evaluate(({ zone }) => ((mask >> (placeOf.get(physicalZone(zone)) ?? 0)) & 1) === 1),
  );
  return makeUnit(zones, table);
}
