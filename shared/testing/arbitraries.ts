import fc from 'fast-check';
import { connectionKindsBetween } from '../catalog/connections';
import type { Design } from '../model/design';
import type { JsonObject } from '../util/json';
import { buildDesign, buildNetwork, type DesignBuilder } from './builder';

/** Tiers of the networks, with the exposure of their subnets. */
export const TIERS = {
  'load-balancing': 'public',
  web: 'private',
  app: 'private',
  cache: 'isolated',
  database: 'isolated',
} as const;

type TierName = keyof typeof TIERS;
const TIER_NAMES: readonly TierName[] = ['load-balancing', 'web', 'app', 'cache', 'database'];
export const ZONES = ['a', 'b', 'c'] as const;

const store = fc.constantFrom('unknown', 'none', 'tokens', 'memory', 'disk', 'external');
const files = fc.constantFrom('unknown', 'no', 'yes');
const access = fc.constantFrom('role', 'role', 'keys', 'none');
const ingress = fc.array(
  fc.record({
    protocol: fc.constantFrom('tcp', 'udp'),
    fromPort: fc.constantFrom(0, 22, 80, 3306),
    toPort: fc.constantFrom(3389, 22, 80, 65535),
    cidr: fc.constantFrom('0.0.0.0/0', '::/0', '203.0.113.0/24'),
  }),
  { maxLength: 2 },
);

/** Settings that matter to the rules, by kind; defaults are left out now and then. */
const SETTINGS: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  'application-load-balancer': fc.record(
    {
      scheme: fc.constantFrom('internet-facing', 'internal'),
      listener: fc.constantFrom('http', 'https'),
      stickiness: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  'network-load-balancer': fc.record(
    { port: fc.constantFrom(80, 443), protocol: fc.constantFrom('tcp', 'tls') },
    { requiredKeys: [] },
  ),
  'auto-scaling-group': fc.record(
    {
      min: fc.nat(3),
      desired: fc.nat(4),
      max: fc.nat(4),
      sessionStore: store,
      localFiles: files,
      healthCheck: fc.constantFrom('elb', 'ec2'),
      alsoRuns: fc.constantFrom('nothing', 'nothing', 'web', 'worker'),
      requireTokens: fc.boolean(),
      awsAccess: access,
      logRetention: fc.constantFrom('none', '30'),
      publicIp: fc.boolean(),
      extraIngress: ingress,
    },
    { requiredKeys: [] },
  ),
  'ec2-instance': fc.record(
    {
      role: fc.constantFrom('auto', 'web', 'app', 'worker', 'database', 'cache', 'load-balancer'),
      dataDisk: fc.constantFrom('volume', 'instance'),
      awsAccess: access,
      instanceType: fc.constantFrom('t3.medium', 't2.micro', 'm4.large'),
      sessionStore: store,
      localFiles: files,
      publicIp: fc.boolean(),
      extraIngress: ingress,
    },
    { requiredKeys: [] },
  ),
  'ecs-service': fc.record(
    { min: fc.nat(3), desired: fc.nat(4), max: fc.nat(4), sessionStore: store, localFiles: files, awsAccess: access },
    { requiredKeys: [] },
  ),
  'rds-instance': fc.record(
    {
      multiAz: fc.boolean(),
      publiclyAccessible: fc.boolean(),
      encrypted: fc.boolean(),
      backupRetentionDays: fc.constantFrom(0, 3, 7),
      extraIngress: ingress,
    },
    { requiredKeys: [] },
  ),
  'aurora-cluster': fc.record(
    { instances: fc.integer({ min: 1, max: 3 }), publiclyAccessible: fc.boolean() },
    { requiredKeys: [] },
  ),
  'elasticache-redis': fc.record(
    {
      replicas: fc.nat(2),
      multiAz: fc.boolean(),
      automaticFailover: fc.boolean(),
      encryptedInTransit: fc.boolean(),
      snapshotRetentionDays: fc.nat(1),
      extraIngress: ingress,
    },
    { requiredKeys: [] },
  ),
  'elasticache-memcached': fc.record({ nodes: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }),
  efs: fc.record({ oneZone: fc.boolean(), encrypted: fc.boolean() }, { requiredKeys: [] }),
};

const SPANNING = Object.keys(SETTINGS).filter((kind) => kind !== 'ec2-instance');
const REGIONAL_SETTINGS: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  'lambda-function': fc.constant({}),
  'dynamodb-table': fc.record({ pointInTimeRecovery: fc.boolean() }, { requiredKeys: [] }),
  's3-bucket': fc.record({ blockPublicAccess: fc.boolean(), content: fc.constantFrom('user', 'data') }),
  'sqs-queue': fc.record({ deadLetterQueue: fc.boolean() }, { requiredKeys: [] }),
  'kinesis-stream': fc.record({ encrypted: fc.boolean() }, { requiredKeys: [] }),
  cloudtrail: fc.record({ allRegions: fc.boolean(), validation: fc.boolean() }, { requiredKeys: [] }),
};
const REGIONAL = Object.keys(REGIONAL_SETTINGS);
const VPC_WIDE_SETTINGS: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  'vpn-connection': fc.record(
    { customerGateways: fc.constantFrom('one', 'two'), activeTunnels: fc.constantFrom('one', 'two') },
    { requiredKeys: [] },
  ),
};
const VPC_WIDE = Object.keys(VPC_WIDE_SETTINGS);
const ZONAL = ['ec2-instance', 'ec2-instance', 'nat-gateway', 'bastion-host'];
const LINKS = ['traffic', 'traffic', 'data', 'session', 'admin', 'async', 'dns', 'replicates', 'failover'] as const;

/** A service before it is placed. */
export interface Part {
  readonly kind: string;
  readonly tier: TierName | null;
  readonly zones: readonly number[];
  readonly settings: JsonObject;
}

/** Services of all kinds, with arbitrary settings, over any zones. */
export const partArbitrary: fc.Arbitrary<Part> = fc
  .constantFrom(...SPANNING, ...ZONAL, ...REGIONAL, ...VPC_WIDE)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      tier: fc.option(fc.constantFrom(...TIER_NAMES), { freq: 4 }),
      zones: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
      settings: SETTINGS[kind] ?? REGIONAL_SETTINGS[kind] ?? VPC_WIDE_SETTINGS[kind] ?? fc.constant({}),
    }),
  );

/** Places a service in a network of `count` zones. */
export function addPart(
  builder: DesignBuilder,
  id: string,
  { kind, tier, zones, settings }: Part,
  count: number,
): void {
  const home = tier ?? 'app';
  const letters = [...new Set(zones.map((zone) => ZONES[zone % count] ?? 'a'))];
  const tierId = tier === null ? null : `tier-${tier}`;
  if (REGIONAL.includes(kind)) builder.add(id, kind, { parent: 'region', settings });
  else if (VPC_WIDE.includes(kind)) builder.add(id, kind, { parent: 'vpc', settings });
  else if (ZONAL.includes(kind))
    builder.add(id, kind, { parent: `${home}-${letters[0] ?? 'a'}`, tier: tierId, settings });
  else {
    const subnets = letters.map((letter) => `${home}-${letter}`);
    builder.add(id, kind, { parent: 'vpc', tier: tierId, subnets, settings });
  }
}

const linkArbitrary = fc.record({
  kind: fc.constantFrom(...LINKS),
  from: fc.nat(1000),
  to: fc.nat(1000),
  optional: fc.nat(5).map((number) => number === 0),
  stated: fc.constantFrom<JsonObject>(
    {},
    {},
    {},
    { addressing: 'address' },
    { durationMs: 4000 },
    { poolSize: 60 },
    { label: 'password=hunter2-hunter2' },
  ),
});

/**
 * Architectures in one VPC over one to three zones: up to `most` services, well placed, with arbitrary settings and
 * arbitrary connections among them and from up to three actors; `legal` leaves only those the
 * catalog allows, and no stand-ins.
 */
export const architectureArbitrary = (most = 20, links: 'any' | 'legal' = 'any'): fc.Arbitrary<Design> =>
  fc
    .record({
      zones: fc.integer({ min: 1, max: 3 }),
      gateway: fc.boolean(),
      actors: fc.array(fc.constantFrom('users', 'office'), { maxLength: 3 }),
      parts: fc.array(partArbitrary, { maxLength: most, size: 'max' }),
      drawn: fc.array(linkArbitrary, { maxLength: most * 2, size: 'max' }),
      environment: fc.constantFrom('production', 'production', 'development'),
    })
    .map(({ zones, gateway, actors, parts, drawn, environment }) => {
      const builder = buildNetwork(ZONES.slice(0, zones), TIERS).settings({ environment });
      const actorIds = actors.map((kind, index) => `actor-${index}-${kind}`);
      actorIds.forEach((id, index) => {
        builder.add(id, actors[index] ?? 'users');
      });
      const ids = parts.map((_, index) => `s${String(index).padStart(2, '0')}`);
      parts.forEach((part, index) => {
        addPart(builder, ids[index] ?? '', part, zones);
      });
      const sources = [...actorIds, ...actorIds, ...ids];
      const kindOf = new Map([...builder.build().elements.values()].map((element) => [element.id, element.kind]));
      for (const { kind, from, to, optional, stated } of drawn) {
        const source = sources[from % Math.max(1, sources.length)];
        const target = ids[to % Math.max(1, ids.length)];
        if (source === undefined || target === undefined || source === target) continue;
        const allowed = connectionKindsBetween(kindOf.get(source) ?? '', kindOf.get(target) ?? '');
        const legal = allowed.filter((name) => name !== 'failover');
        const chosen = links === 'any' ? kind : legal[(from + to) % Math.max(1, legal.length)];
        if (chosen !== undefined) builder.connect(chosen, source, target, optional ? { ...stated, optional } : stated);
      }
      const design = builder.build();
      if (gateway) return design;
      const elements = new Map(design.elements);
      elements.delete('igw');
      return { ...design, elements };
    });

const CONTAINERS = ['region', 'vpc', 'availability-zone', 'subnet', 'tier', 'group'];
const ANYTHING = [
  ...CONTAINERS,
  ...Object.keys(SETTINGS),
  ...REGIONAL,
  ...ZONAL,
  'internet-gateway',
  'users',
  'cyborg',
];

/** Drawings without sense: any kind in any container, cycles and missing parents included, settings of wrong types. */
export const nonsenseArbitrary: fc.Arbitrary<Design> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...ANYTHING),
      parent: fc.option(fc.nat(30), { freq: 8 }),
      tier: fc.option(fc.nat(30)),
      subnets: fc.array(fc.nat(30), { maxLength: 3 }),
      settings: fc.dictionary(
        fc.constantFrom(
          'cidr',
          'multiAz',
          'min',
          'extraIngress',
          'exposure',
          'zone',
          'replicas',
          'defaultRoute',
          'role',
        ),
        fc.oneof(
          fc.constantFrom('10.0.0.0/16', '10.0.0.0/33', '', 'public', 'nat-gateway', 'web', 'a'),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.array(fc.constantFrom('x', null, 5), { maxLength: 2 }),
        ),
        { maxKeys: 4, noNullPrototype: true },
      ),
    }),
    { maxLength: 30 },
  )
  .chain((parts) => fc.record({ parts: fc.constant(parts), links: fc.array(linkArbitrary, { maxLength: 30 }) }))
  .map(({ parts, links }) => {
    const builder = buildDesign('Nonsense');
    const id = (number: number): string => `e${number}`;
    parts.forEach(({ kind, parent, tier, subnets, settings }, index) => {
      builder.add(id(index), kind, {
        parent: parent === null ? null : id(parent),
        tier: tier === null ? null : id(tier),
        subnets: subnets.map(id),
        settings,
      });
    });
    for (const { kind, from, to } of links) builder.connect(kind, id(from % 31), id(to % 31));
    return builder.build();
  });
