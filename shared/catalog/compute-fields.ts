import { choice, integer } from './fields';
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
