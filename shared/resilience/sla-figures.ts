import type { ServiceKind } from '../catalog/catalog';

/** An availability figure with where it stands and since when. */
export interface SlaFigure {
  /** Share of a month the service is promised to work, in percent. */
  readonly percent: number;
  /** The document it stands in. */
  readonly source: string;
  /** Date of that version of the document, ISO; a year and month where no day is known. */
  readonly date: string;
  /** True where the document itself in its present version was not read: a second-hand figure or an assumption. */
  readonly unverified: boolean;
}

/** Figures of a kind: `single` for one copy or one zone, `spread` for what AWS promises over several zones. */
export interface KindFigures {
  readonly single?: SlaFigure;
  readonly spread?: SlaFigure;
}

export interface SlaFigures {
  /** One Availability Zone as a whole. Counted once for everything that shares the zone. */
  readonly zone: SlaFigure;
  /** Most that a fleet of machines is taken to reach, however many copies it has; null for no such limit. */
  readonly fleet: SlaFigure | null;
  readonly kinds: Readonly<Partial<Record<ServiceKind, KindFigures>>>;
}

const read = (percent: number, page: string, date: string): SlaFigure => ({
  percent,
  source: `https://aws.amazon.com/${page}`,
  date,
  unverified: false,
});

const secondHand = (percent: number, source: string, date: string): SlaFigure => ({
  percent,
  source,
  date,
  unverified: true,
});

const COMPUTE_SLA = 'https://aws.amazon.com/compute/sla/historical/ (the version before the present one)';
const CACHE_BLOG =
  'AWS Database Blog, Introducing 99.99% Availability with Amazon ElastiCache for Redis and Amazon MemoryDB for Redis';
const CLOUDONAUT = 'https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise/';
const CLOUD_SLA = 'https://github.com/mikaelvesavuori/cloud-sla';

const ec2 = secondHand(99.5, COMPUTE_SLA, '2022-05-05');
const task = secondHand(
  99.5,
  'Assumption: AWS publishes no figure for one Fargate task; as for one EC2 instance',
  '2026-11',
);
const loadBalancer: KindFigures = {
  single: read(99.9, 'elasticloadbalancing/sla/', '2022-07-25'),
  spread: read(99.99, 'elasticloadbalancing/sla/', '2022-07-25'),
};
const cacheNode = secondHand(99.5, CACHE_BLOG, '2023-02');
const VPN = read(99.95, 'vpn/site-to-site-vpn-sla/', '2022-05-05');
const messaging: KindFigures = { spread: secondHand(99.9, CLOUD_SLA, '2022') };

/** What AWS promises, as of the dates given. An SLA is a promise of credits, no measurement; see docs/resilience.md. */
export const slaFigures: SlaFigures = {
  zone: secondHand(
    99.95,
    'Assumption: AWS publishes no figure for a zone; no lower than its one-zone promises',
    '2026-11',
  ),
  fleet: secondHand(99.99, COMPUTE_SLA, '2022-05-05'),
  kinds: {
    'ec2-instance': { single: ec2 },
    'auto-scaling-group': { single: ec2 },
    'ecs-service': { single: task },
    'bastion-host': { single: ec2 },
    'application-load-balancer': loadBalancer,
    'network-load-balancer': loadBalancer,
    'rds-instance': { single: read(99.5, 'rds/sla/', '2024-01-22'), spread: read(99.95, 'rds/sla/', '2024-01-22') },
    'aurora-cluster': {
      single: read(99.9, 'rds/aurora/sla/', '2022-05-19'),
      spread: read(99.99, 'rds/aurora/sla/', '2022-05-19'),
    },
    'elasticache-redis': { single: cacheNode, spread: secondHand(99.99, CACHE_BLOG, '2023-02') },
    'elasticache-memcached': { single: cacheNode },
    efs: { single: read(99.9, 'efs/sla/', '2022-05-04'), spread: read(99.99, 'efs/sla/', '2022-05-04') },
    // Infrequent access, One Zone and Intelligent-Tiering have the lower promise.
    's3-bucket': { single: read(99, 's3/sla/', '2023-11-28'), spread: read(99.9, 's3/sla/', '2023-11-28') },
    'kms-key': { spread: read(99.999, 'kms/sla/', '2022-11-29') },
    'dynamodb-table': { spread: secondHand(99.99, CLOUDONAUT, '2019-01-31') },
    'lambda-function': { spread: secondHand(99.95, CLOUDONAUT, '2019-01-31') },
    'route53-zone': { spread: secondHand(100, CLOUDONAUT, '2019-01-31') },
    // The promise is for each connection; the device at the site is not AWS's.
    'vpn-connection': { single: VPN, spread: VPN },
    cloudfront: { spread: secondHand(99.9, CLOUDONAUT, '2019-01-31') },
    'sqs-queue': messaging,
    'kinesis-stream': { spread: read(99.9, 'kinesis/data-firehose/sla/', '2024-02-09') },
    'sns-topic': messaging,
  },
};
