import { choice, integer, usage } from './fields';
import type { Role, TierRole } from './kind';

/** What a machine does, where its tier does not say it. */
export const computeRole = () =>
  choice(
    {
      auto: 'As its tier',
      web: 'Web server',
      app: 'Application server',
      worker: 'Background worker',
      'load-balancer': 'Load balancer or proxy you run',
      database: 'Database you run',
      cache: 'Cache you run',
    },
    {
      label: 'Role',
      help: 'What the machine does. Rules and security groups follow it.',
      default: 'auto',
      section: 'Basics',
    },
  );

export const sessionStore = () =>
  choice(
    {
      unknown: 'Not stated',
      none: 'No sessions',
      tokens: 'Signed tokens, nothing on the server',
      memory: "In the instances' memory",
      disk: "On the instances' disks",
      external: 'In a cache or database',
    },
    {
      label: 'Sessions are kept',
      help: 'Sessions kept on an instance are lost with it and tie each user to one copy.',
      default: 'unknown',
      section: 'State',
    },
  );

export const localFiles = () =>
  choice(
    { unknown: 'Not stated', no: 'No', yes: 'Yes' },
    {
      label: 'User files on its disk',
      help: 'Uploads and other files that must outlive the instance, kept on its own disk.',
      default: 'unknown',
      section: 'State',
    },
  );

/** How the program on it proves to AWS who it is, when it calls services such as S3. */
export const awsAccess = () =>
  choice(
    {
      role: 'With a role made for it',
      keys: 'With long-lived keys',
      none: 'It has no permission',
    },
    {
      label: 'Calls AWS services',
      help: 'A role gives short-lived credentials and the permissions that the drawn connections need.',
      default: 'role',
      section: 'Protection',
    },
  );

/** Where a machine that keeps data keeps it; disks of the machine itself end with it. */
export const dataDisk = () =>
  choice(
    { volume: 'On its volume', instance: "On the machine's own disks" },
    {
      label: 'Data is kept',
      help: "A volume outlives the machine. The machine's own disks are emptied when it stops or fails.",
      default: 'volume',
      section: 'State',
    },
  );

/** Average load, for machines whose CPU credits run out. */
export const averageCpu = () =>
  usage({ label: 'CPU load', unit: '% on average', max: 100, help: 'At a usual busy hour.' });

/** Whether the loss of what a cache holds is a loss. */
export const cacheHolds = () =>
  choice(
    { copies: 'Copies of what is kept elsewhere', originals: 'Data that is nowhere else' },
    {
      label: 'Holds',
      help: 'A cache may lose what it holds at any time.',
      default: 'copies',
      section: 'State',
    },
  );

export const volumeType = () =>
  choice(
    {
      gp3: 'gp3 (general purpose)',
      gp2: 'gp2 (general purpose, older)',
      io2: 'io2 (provisioned IOPS)',
      st1: 'st1 (throughput)',
    },
    { label: 'Volume type', default: 'gp3', section: 'Capacity' },
  );

export const volumeGb = (value: number) =>
  integer({ label: 'Volume', unit: 'GB', min: 1, max: 16384, default: value, section: 'Capacity' });

const ROLE_OF_TIER: Record<TierRole, Role> = {
  'load-balancing': 'load-balancer',
  web: 'web',
  app: 'app',
  cache: 'cache',
  database: 'database',
  ancillary: 'worker',
};

/** The role stated on the element, else the one its tier implies, else `app`. */
export const resolveComputeRole = (
  stated: 'auto' | 'web' | 'app' | 'worker' | 'load-balancer' | 'database' | 'cache',
  tierRole: TierRole | null,
): Role => (stated === 'auto' ? (tierRole ? ROLE_OF_TIER[tierRole] : 'app') : stated);

const PORT_OF_ROLE: Partial<Record<Role, number>> = { database: 3306, cache: 6379, 'load-balancer': 80, web: 80 };

/** The port a self-managed machine of that role usually listens on. */
export const computePort = (role: Role): number => PORT_OF_ROLE[role] ?? 8080;

export const volumeIops = () =>
  usage({
    label: 'Volume IOPS',
    help: 'gp3 includes 3,000 and gives up to 16,000; io2 is made with as many as stated, else 3,000. At most 500 for each GB.',
    placeholder: 'As included',
    max: 64_000,
    section: 'Capacity',
  });

export const volumeThroughput = () =>
  usage({
    label: 'Volume throughput',
    unit: 'MiB/s',
    help: 'gp3 includes 125 and gives a quarter of a MiB/s for each of its IOPS.',
    placeholder: 'As included',
    max: 1000,
    section: 'Capacity',
  });

export const snapshotGb = () =>
  usage({ label: 'Snapshots kept', unit: 'GB', help: 'All snapshots of its volumes together.', placeholder: 'None' });
