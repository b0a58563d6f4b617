import type { ConnectionKind } from '../catalog/connections';
import type { Link, PlacedMember, Service } from './topology';

/** Members that serve the connection: readers only take part in reading, a standby never. */
const servingMembers = (service: Service, link: Link): readonly PlacedMember[] => {
  const primaries = service.members.filter(({ role }) => role === 'primary');
  if (primaries.length === 0) return service.members;
  if (link.access !== 'read' || link.from.id === service.id) return primaries;
  return service.members.filter(({ role }) => role !== 'standby');
};

const weighZones = (members: readonly PlacedMember[]): ReadonlyMap<string, number> => {
  const total = members.reduce((sum, { count }) => sum + count, 0);
  const weights = new Map<string, number>();
  for (const { zone, count } of members) weights.set(zone.id, (weights.get(zone.id) ?? 0) + count / total);
  return weights;
};

/** The share of the data that meets a partner in another zone when every member talks to every other alike. */
const shareAcrossZones = (from: readonly PlacedMember[], to: readonly PlacedMember[]): number => {
  const there = weighZones(to);
  let same = 0;
  for (const [zone, weight] of weighZones(from)) same += weight * (there.get(zone) ?? 0);
  return Math.max(0, 1 - same);
};

/** The share of the data of clients without a mount target in their own zone. */
const shareWithoutTarget = (from: readonly PlacedMember[], targets: readonly PlacedMember[]): number => {
  const zones = new Set(targets.map(({ zone }) => zone.id));
  let outside = 0;
  for (const [zone, weight] of weighZones(from)) if (!zones.has(zone)) outside += weight;
  return outside;
};

/** The share of a connection's data that crosses between Availability Zones; 0 where an end runs in none. */
export const crossingShare = (link: Link): number => {
  const from = servingMembers(link.from, link);
  const to = servingMembers(link.to, link);
  if (from.length === 0 || to.length === 0) return 0;
  if (link.to.kind === 'efs') return shareWithoutTarget(from, to);
  return shareAcrossZones(from, to);
};

/**
 * Where an Application Load Balancer hands requests to its targets, and where RDS copies to a replica of the same
 * Region, AWS does not charge for crossing zones. A Network Load Balancer is charged
 * (docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-cross-zone.html).
 * The two free cases are unverified: from memory of the ELB and RDS pricing pages.
 */
export const crossesFree = (link: Link): boolean =>
  link.from.kind === 'application-load-balancer' ||
  (link.kind === 'replicates' && link.from.definition.family === 'relational');

/** Connections that carry data, as far as the bill goes. */
const CARRIERS: ReadonlySet<ConnectionKind> = new Set<ConnectionKind>([
  'traffic',
  'data',
  'session',
  'replicates',
  'async',
  'logs',
  'admin',
]);

/** Whether what a connection carries may cost something; those that only point, watch or encrypt carry nothing. */
export const carriesData = ({ kind }: Link): boolean => CARRIERS.has(kind);
