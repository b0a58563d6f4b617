import { kinds } from '../catalog/services';
import type { Service, Topology } from '../topology/topology';
import { collectFailures, type FailureSet } from './failures';
import { physicalZone } from './physical-zone';
import { type RecoveryFigure, rpo, rto, worse } from './recovery-times';
import { findLoss, isDeadly, type LossKind } from './service-loss';

export interface Recovery {
  /** Recovery time. */
  readonly rto: RecoveryFigure;
  /** Data loss. */
  readonly rpo: RecoveryFigure;
}

/** Whether a service still has a copy of its own that runs; asked of replicas and stand-ins. */
export type IsAlive = (service: Service) => boolean;

const hasTarget = (topology: Topology, service: Service, kind: 'replicates' | 'failover', isAlive: IsAlive): boolean =>
  topology.outgoing(service.id).some((link) => link.kind === kind && isAlive(link.to));

/** A connection that only writes to a bucket is how a backup is drawn. */
const hasBackup = (topology: Topology, service: Service, isAlive: IsAlive): boolean =>
  topology
    .outgoing(service.id)
    .some(
      ({ kind, access, to }) =>
        kind === 'data' && access === 'write' && to.definition.family === 'object-store' && isAlive(to),
    );

const holdsSessions = (topology: Topology, service: Service): boolean =>
  topology.incoming(service.id).some(({ kind }) => kind === 'session');

/** Data lost when nothing of the service is left. */
function wholeRpo(topology: Topology, service: Service): RecoveryFigure {
  const raw = service.element.settings;
  switch (service.kind) {
    case 'rds-instance':
      return kinds['rds-instance'].read(raw).backupRetentionDays > 0 ? rpo.pointInTime : rpo.everything;
    case 'elasticache-redis':
      if (!holdsSessions(topology, service)) return rpo.refills;
      return kinds['elasticache-redis'].read(raw).snapshotRetentionDays > 0 ? rpo.daily : rpo.everything;
    case 'elasticache-memcached':
      return holdsSessions(topology, service) ? rpo.everything : rpo.refills;
    case 'efs':
      if (!kinds.efs.read(raw).oneZone) return rpo.kept;
      return kinds.efs.read(raw).backup ? rpo.daily : rpo.everything;
    case 'aurora-cluster':
    case 's3-bucket':
    case 'dynamodb-table':
    case 'sqs-queue':
    case 'kinesis-stream':
      return rpo.kept;
    default:
      return rpo.everything;
  }
}

/** Data lost when some members are gone and the service goes on. */
function partialRpo(topology: Topology, service: Service, kind: LossKind): RecoveryFigure {
  switch (service.kind) {
    case 'elasticache-memcached':
      return holdsSessions(topology, service) ? rpo.everything : rpo.refills;
    case 'elasticache-redis':
      if (kind === 'partial') return rpo.kept;
      return holdsSessions(topology, service) ? rpo.lag : rpo.refills;
    case 'rds-instance':
      return rpo.none;
    default:
      return service.definition.family === 'compute' ? rpo.everything : rpo.kept;
  }
}

function takeoverRto(service: Service): RecoveryFigure {
  if (service.kind === 'aurora-cluster') return rto.auroraFailover;
  return service.kind === 'elasticache-redis' ? rto.cacheFailover : rto.rdsFailover;
}

function partialRto({ kind, definition }: Service): RecoveryFigure {
  if (kind === 'auto-scaling-group' || kind === 'ecs-service' || kind === 'elasticache-memcached') return rto.replace;
  return definition.family === 'load-balancer' ? rto.steerAway : rto.none;
}

function wholeRto(service: Service, kind: LossKind): RecoveryFigure {
  if (kind === 'region') return rto.regionReturns;
  if (kind === 'relaunch') return service.kind === 'aurora-cluster' ? rto.auroraRebuild : rto.replace;
  if (service.traits.selfRedundant) return rto.awsReturns;
  if (service.kind === 'elasticache-redis' && service.members.length > 1) return rto.promoteByHand;
  return service.traits.stateful && service.kind !== 'elasticache-memcached' ? rto.restore : rto.rebuild;
}

function dataLoss(topology: Topology, service: Service, kind: LossKind, isAlive: IsAlive): RecoveryFigure {
  if (!service.traits.stateful) return rpo.noData;
  const isMachine = service.definition.family === 'compute';
  const own = isDeadly(kind) ? wholeRpo(topology, service) : partialRpo(topology, service, kind);
  const ways = [kind === 'region' ? rpo.noCopyOutside : own];
  if (hasTarget(topology, service, 'replicates', isAlive)) ways.push(rpo.lag);
  if (isMachine && hasBackup(topology, service, isAlive)) ways.push(rpo.drawnBackup);
  return ways.reduce((best, way) => (worse(best, way) === best ? way : best));
}

/** Recovery time and data loss of a service that failures have hit in this way. */
export function recoverService(topology: Topology, service: Service, kind: LossKind, isAlive: IsAlive): Recovery {
  const data = dataLoss(topology, service, kind, isAlive);
  if (kind === 'partial') return { rto: partialRto(service), rpo: data };
  if (kind === 'takeover') return { rto: takeoverRto(service), rpo: data };
  const hasStandIn = hasTarget(topology, service, 'failover', isAlive);
  return { rto: hasStandIn ? rto.standIn : wholeRto(service, kind), rpo: data };
}

export interface ServiceRecovery extends Recovery {
  readonly id: string;
  readonly name: string;
  /** The failure the figures are for: the zone that hurts most. */
  readonly failure: string;
}

export interface DesignRecovery {
  /** Services that lie in zones or keep data, in the order of ids. */
  readonly services: readonly ServiceRecovery[];
  /** The longest time and the largest loss over services that users depend on or that keep data. */
  readonly worst: { readonly rto: ServiceRecovery | null; readonly rpo: ServiceRecovery | null };
}

interface ZoneFailure {
  readonly name: string;
  readonly failed: FailureSet;
}

/** By zone id: the failure of the zone, with all that are drawn for the same physical one. */
function zoneFailures(topology: Topology): Map<string, ZoneFailure> {
  const groups = new Map<string, { readonly name: string; readonly zones: Set<string> }>();
  for (const zone of topology.zones) {
    const key = physicalZone(zone);
    const name = zone.vpc?.region ? zone.code : zone.element.name;
    const group = groups.get(key) ?? { name, zones: new Set<string>() };
    group.zones.add(zone.id);
    groups.set(key, group);
  }
  const none = collectFailures(topology, []);
  const failures = new Map<string, ZoneFailure>();
  for (const { name, zones } of groups.values()) {
    const failure = { name, failed: { ...none, zones, names: [name] } };
    for (const id of zones) failures.set(id, failure);
  }
  return failures;
}

/**
 * Recovery time and data loss of each service when the one zone fails that hurts it most, and the worst of the design.
 * Regions are not made to fail here. Services that AWS spreads by itself lose nothing with a zone.
 */
export function recovery(topology: Topology): DesignRecovery {
  const failures = zoneFailures(topology);
  const services: ServiceRecovery[] = [];
  for (const service of topology.services) {
    if (service.members.length === 0 && !service.traits.stateful) continue;
    const { id, name } = service;
    let figures: ServiceRecovery = {
      id,
      name,
      rto: rto.none,
      rpo: service.traits.stateful ? rpo.kept : rpo.noData,
      failure: 'any one zone',
    };
    for (const zone of service.zones) {
      const failure = failures.get(zone.id);
      const loss = failure && findLoss(service, failure.failed);
      if (!failure || !loss) continue;
      const next = recoverService(topology, service, loss.kind, (other) => {
        const otherLoss = findLoss(other, failure.failed);
        return !otherLoss || !isDeadly(otherLoss.kind);
      });
      const worstRto = worse(figures.rto, next.rto);
      const worstRpo = worse(figures.rpo, next.rpo);
      const moved = worstRto !== figures.rto || worstRpo !== figures.rpo;
      figures = { ...figures, rto: worstRto, rpo: worstRpo, failure: moved ? failure.name : figures.failure };
    }
    services.push(figures);
  }
  const counted = services.filter(
    ({ id }) => topology.isCritical(id) || topology.service(id)?.traits.stateful === true,
  );
  const pick = (key: 'rto' | 'rpo'): ServiceRecovery | null =>
    counted.reduce<ServiceRecovery | null>(
      (worst, item) => (worst && worse(worst[key], item[key]) === worst[key] ? worst : item),
      null,
    );
  return { services, worst: { rto: pick('rto'), rpo: pick('rpo') } };
}
