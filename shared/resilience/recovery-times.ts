/** How long until service returns, or how much data is lost, with the reason. */
export interface RecoveryFigure {
  /** Minutes; null where nothing in the design ends it: no limit can be given. */
  readonly minutes: number | null;
  /** What is assumed, one sentence. */
  readonly assumption: string;
  readonly source: string;
  /** True where the source is a default or a second-hand figure. */
  readonly unverified: boolean;
}

const GUIDE = 'A Comprehensive Guide to Building a Scalable Web App on AWS, section 4.4.2 (2014)';
const DEFAULT = 'Default of this program';
const RDS_GUIDE = 'Amazon RDS User Guide, Working with backups (read second-hand, 2026-11)';
const AURORA_GUIDE = 'Amazon Aurora User Guide, High availability (from memory)';
const CACHE_GUIDE = 'Amazon ElastiCache User Guide, Multi-AZ with automatic failover (2015-02-02)';

const known = (minutes: number | null, assumption: string, source: string): RecoveryFigure => ({
  minutes,
  assumption,
  source,
  unverified: false,
});
const assumed = (minutes: number | null, assumption: string, source = DEFAULT): RecoveryFigure => ({
  minutes,
  assumption,
  source,
  unverified: true,
});

/** Times until service is back. */
export const rto = {
  none: known(0, 'The rest goes on without a pause that matters.', DEFAULT),
  replace: assumed(5, 'Health checks notice, and a replacement has started: 5 minutes.'),
  steerAway: assumed(2, 'Health checks notice and addresses in the lost zone leave DNS: 2 minutes.'),
  rdsFailover: known(
    6,
    'The standby takes over in 2 to 3 minutes; clients may keep the old address for 3 more.',
    GUIDE,
  ),
  auroraFailover: assumed(
    4,
    'A reader becomes the writer in about a minute; clients may keep the old address for 3 more.',
    AURORA_GUIDE,
  ),
  auroraRebuild: assumed(10, 'Aurora starts a new instance on the same storage: about 10 minutes.', AURORA_GUIDE),
  cacheFailover: known(3, 'A replica is promoted within a few minutes.', CACHE_GUIDE),
  promoteByHand: assumed(60, 'Somebody promotes a replica by hand: 60 minutes.'),
  restore: assumed(60, 'Somebody restores the last backup: 60 minutes, more for large data.'),
  rebuild: assumed(60, 'Somebody builds it anew: 60 minutes.'),
  standIn: assumed(5, 'Health checks notice and its stand-in takes over: 5 minutes.'),
  awsReturns: assumed(null, 'AWS runs it; it returns when AWS has mended it.'),
  regionReturns: assumed(null, 'It returns when the Region does; nothing takes its place.'),
} as const;

/** How far back the newest copy of the data may lie. */
export const rpo = {
  none: known(0, 'Every write is on another copy before it is acknowledged.', GUIDE),
  noData: known(0, 'It keeps no data.', DEFAULT),
  kept: assumed(0, 'The data outlives the machines that serve it.'),
  refills: assumed(0, 'It only caches: what is lost is read again from where it came from.'),
  lag: assumed(1, 'Replication runs behind by seconds; taken as a minute.', CACHE_GUIDE),
  pointInTime: known(5, 'Point-in-time recovery reaches to within 5 minutes of the failure.', RDS_GUIDE),
  daily: assumed(24 * 60, 'The last daily backup is up to 24 hours old.'),
  drawnBackup: assumed(24 * 60, 'It writes backups to a bucket; taken to be daily, so up to 24 hours are lost.'),
  everything: assumed(null, 'No backup and no replica is drawn: everything since the beginning is lost.'),
  noCopyOutside: assumed(
    null,
    'No copy outside the Region is drawn: the data is out of reach until the Region returns.',
  ),
} as const;

/** The larger of two times; null is larger than any. */
export const worse = (a: RecoveryFigure, b: RecoveryFigure): RecoveryFigure =>
  a.minutes === null || (b.minutes !== null && b.minutes <= a.minutes) ? a : b;

/** `5 min`, `24 h`, `no limit`. */
export function showMinutes(minutes: number | null): string {
  if (minutes === null) return 'no limit';
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 6) / 10;
  return `${hours} h`;
}
