/** Kinds of EBS volumes with performance of their own choice. */
export type VolumeKind = 'gp2' | 'gp3' | 'io2' | 'st1';

/** What each gp3 volume includes. Amazon EBS User Guide, "General Purpose SSD volumes". */
export const GP3_IOPS = 3000;
export const GP3_THROUGHPUT = 125;

/** Both kinds give at most this many IOPS for each GB; gp3 a quarter of a MiB/s for each of its IOPS. */
const IOPS_PER_GB = 500;
const MIBS_PER_IOPS = 0.25;
const MOST_GP3_IOPS = 16_000;
const IO2_DEFAULT = 3000;

const within = (wanted: number, gigabytes: number): number =>
  Math.max(100, Math.round(Math.min(wanted, gigabytes * IOPS_PER_GB)));

/** IOPS that a volume is made with; null where they come with the kind. */
export const volumeIopsOf = (kind: VolumeKind, stated: number | null, gigabytes: number): number | null => {
  if (kind === 'io2') return within(stated ?? IO2_DEFAULT, gigabytes);
  if (kind !== 'gp3' || stated === null) return null;
  return Math.max(GP3_IOPS, Math.min(MOST_GP3_IOPS, within(stated, gigabytes)));
};

/** MiB/s that a volume is made with; null where they come with the kind. */
export const volumeThroughputOf = (kind: VolumeKind, stated: number | null, iops: number | null): number | null => {
  if (kind !== 'gp3' || stated === null) return null;
  return Math.round(Math.max(GP3_THROUGHPUT, Math.min(stated, (iops ?? GP3_IOPS) * MIBS_PER_IOPS)));
};
