import { kinds } from '../catalog/services';
import type { PlacedMember, Service } from '../topology/topology';
import { type FailureSet, wholeLoss } from './failures';
import { physicalZone } from './physical-zone';

/**
 * What failures do to a service by itself:
 * `partial`: some members are gone, the rest goes on; `takeover`: the leading member is gone and another takes over;
 * `relaunch`: all members are gone and replacements start where there is room; `whole`: nothing is left that goes on by itself;
 * `region`: its Region is gone.
 */
export type LossKind = 'partial' | 'takeover' | 'relaunch' | 'whole' | 'region';

export interface ServiceLoss {
  readonly kind: LossKind;
  readonly why: string;
  /** Copies lost and copies there were, counted over members; both 0 for services without members. */
  readonly lost: number;
  readonly total: number;
  /** Codes of the zones in which members were lost. */
  readonly zones: readonly string[];
}

export const isDeadly = (kind: LossKind): boolean => kind === 'relaunch' || kind === 'whole' || kind === 'region';

export const countMembers = (members: readonly PlacedMember[]): number =>
  members.reduce((sum, { count }) => sum + count, 0);

const zoneCodes = (members: readonly PlacedMember[]): string[] => [
  ...new Set(members.map(({ zone }) => (zone.vpc?.region ? zone.code : zone.element.name))),
];

const listAnd = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const isLost = ({ subnet, zone }: PlacedMember, failed: FailureSet): boolean =>
  failed.zones.has(physicalZone(zone)) || failed.subnets.has(subnet.id);

interface Verdict {
  readonly kind: LossKind;
  readonly why: string;
}

/** Whether a replica may take the place of a lost primary by itself. */
const takesOver = (service: Service): boolean =>
  service.kind !== 'elasticache-redis' || kinds['elasticache-redis'].read(service.element.settings).automaticFailover;

function judgePartial(service: Service, lost: readonly PlacedMember[], rest: readonly PlacedMember[]): Verdict {
  const where = listAnd(zoneCodes(lost));
  const losesLeader = lost.some(({ role }) => role === 'primary');
  if (losesLeader && !takesOver(service))
    return {
      kind: 'whole',
      why: `The primary in ${where} is gone and automatic failover is off, so no replica takes over.`,
    };
  if (losesLeader) {
    const [heir] = rest;
    const what = heir?.role === 'standby' ? 'standby' : 'replica';
    return {
      kind: 'takeover',
      why: `The ${what} in ${listAnd(zoneCodes(rest).slice(0, 1))} takes over from the primary in ${where}.`,
    };
  }
  if (lost.some(({ role }) => role === 'standby'))
    return { kind: 'partial', why: `The standby in ${where} is gone; until it is replaced nothing takes over.` };
  return {
    kind: 'partial',
    why: `${countMembers(lost)} of ${countMembers(service.members)} copies are gone with ${where}.`,
  };
}

/** Room for replacements: it may lie in a subnet of a zone that still runs. */
const hasRoom = (service: Service, failed: FailureSet): boolean =>
  service.subnets.some(({ id, zone }) => zone && !failed.subnets.has(id) && !failed.zones.has(physicalZone(zone)));

function judgeAll(service: Service, failed: FailureSet): Verdict {
  const where = listAnd(zoneCodes(service.members));
  const why = `${countMembers(service.members) === 1 ? 'Its only copy was' : 'All its copies were'} in ${where}.`;
  const replaced = service.kind === 'auto-scaling-group' || service.kind === 'aurora-cluster';
  return replaced && hasRoom(service, failed)
    ? { kind: 'relaunch', why: `${why} Replacements start in another Availability Zone.` }
    : { kind: 'whole', why };
}

/** What the failures take from the service itself, its dependencies aside; undefined where nothing. */
export function findLoss(service: Service, failed: FailureSet): ServiceLoss | undefined {
  const total = countMembers(service.members);
  const whole = wholeLoss(service, failed);
  if (whole)
    return {
      kind: whole.region ? 'region' : 'whole',
      why: whole.why,
      lost: total,
      total,
      zones: zoneCodes(service.members),
    };
  if (failed.zones.size === 0 && failed.subnets.size === 0) return undefined;
  const lost = service.members.filter((member) => isLost(member, failed));
  if (lost.length === 0) return undefined;
  const rest = service.members.filter((member) => !isLost(member, failed));
  const verdict = rest.length === 0 ? judgeAll(service, failed) : judgePartial(service, lost, rest);
  return { ...verdict, lost: countMembers(lost), total, zones: zoneCodes(lost) };
}
