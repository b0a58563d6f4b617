import { kinds } from '../catalog/services';
import type { PlacedMember, Service } from '../topology/topology';
import { type FailureSet, wholeLoss } from './failures';

/**
 * What failures do to a service by itself:
 * `partial`: some members are gone, the rest goes on; `takeover`: the leading member is gone and another takes over;
 * `relaunch`: all members are gone and replacements start where there is room; `whole`: nothing is left that goes on by itself;
 * `region`: its Region is gone.
 */
export type LossKind = 'partial' | 'takeover' | 'relaunch' | 'whole' | 'region';

export interface ServiceLoss {
  readonly kind: LossKind;
  /** One sentence, made when asked for. */
  readonly tell: () => string;
  /** Copies lost and copies there were, counted over members; both 0 for services without members. */
  readonly lost: number;
  readonly total: number;
}

export const isDeadly = (kind: LossKind): boolean => kind === 'relaunch' || kind === 'whole' || kind === 'region';

export function countMembers(members: readonly PlacedMember[]): number {
  let sum = 0;
  for (const { count } of members) sum += count;
  return sum;
}

const zoneCodes = (members: readonly PlacedMember[]): string[] => [
  ...new Set(members.map(({ zone }) => (zone.vpc?.region ? zone.code : zone.element.name))),
];

const listAnd = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The zone or subnet in which the member runs has failed. */
export const isMemberLost = ({ subnet, zone }: PlacedMember, failed: FailureSet): boolean =>
  failed.zones.has(zone.id) || failed.subnets.has(subnet.id);

type Verdict = Pick<ServiceLoss, 'kind' | 'tell'>;

/** Whether a replica may take the place of a lost primary by itself. */
const takesOver = (service: Service): boolean =>
  service.kind !== 'elasticache-redis' || kinds['elasticache-redis'].read(service.element.settings).automaticFailover;

function tellTakeover(lost: readonly PlacedMember[], rest: readonly PlacedMember[]): string {
  const what = rest[0]?.role === 'standby' ? 'standby' : 'replica';
  const heir = zoneCodes(rest)[0] ?? '';
  return `The ${what} in ${heir} takes over from the primary in ${listAnd(zoneCodes(lost))}.`;
}

function judgePartial(service: Service, lost: readonly PlacedMember[], rest: readonly PlacedMember[]): Verdict {
  const where = (): string => listAnd(zoneCodes(lost));
  const losesLeader = lost.some(({ role }) => role === 'primary');
  if (losesLeader && !takesOver(service))
    return {
      kind: 'whole',
      tell: () => `The primary in ${where()} is gone and automatic failover is off, so no replica takes over.`,
    };
  if (losesLeader) return { kind: 'takeover', tell: () => tellTakeover(lost, rest) };
  if (lost.some(({ role }) => role === 'standby'))
    return {
      kind: 'partial',
      tell: () => `The standby in ${where()} is gone; until it is replaced nothing takes over.`,
    };
  return {
    kind: 'partial',
    tell: () => `${countMembers(lost)} of ${countMembers(service.members)} copies are gone with ${where()}.`,
  };
}

/** Room for replacements: subnets in which it may lie, of zones that still run. */
const findRoom = (service: Service, failed: FailureSet): Service['subnets'] =>
  service.subnets.filter(({ id, zone }) => zone && !failed.subnets.has(id) && !failed.zones.has(zone.id));

/** Kinds that start copies in another zone by themselves. */
const REPLACES_ITSELF: ReadonlySet<string> = new Set(['auto-scaling-group', 'ecs-service', 'aurora-cluster']);

function judgeAll(service: Service, failed: FailureSet): Verdict {
  const why = (): string =>
    `${countMembers(service.members) === 1 ? 'Its only copy was' : 'All its copies were'} in ${listAnd(zoneCodes(service.members))}.`;
  const room = REPLACES_ITSELF.has(service.kind) ? findRoom(service, failed) : [];
  if (room.length === 0) return { kind: 'whole', tell: why };
  const isElsewhere = room.some(({ zone }) => zone && !service.zones.includes(zone));
  const place = isElsewhere ? 'Availability Zone' : 'subnet';
  return { kind: 'relaunch', tell: () => `${why()} Replacements start in another ${place}.` };
}

/** What the failures take from the service itself, its dependencies aside; undefined where nothing. */
export function findLoss(service: Service, failed: FailureSet): ServiceLoss | undefined {
  const whole = wholeLoss(service, failed);
  if (whole) {
    const total = countMembers(service.members);
    return { kind: whole.region ? 'region' : 'whole', tell: () => whole.why, lost: total, total };
  }
  if (failed.zones.size === 0 && failed.subnets.size === 0) return undefined;
  const lost: PlacedMember[] = [];
  const rest: PlacedMember[] = [];
  for (const member of service.members) (isMemberLost(member, failed) ? lost : rest).push(member);
  if (lost.length === 0) return undefined;
  const verdict = rest.length === 0 ? judgeAll(service, failed) : judgePartial(service, lost, rest);
  return { ...verdict, lost: countMembers(lost), total: countMembers(service.members) };
}
