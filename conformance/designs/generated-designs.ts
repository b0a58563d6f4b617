import fc from 'fast-check';
import { allDefinitions } from '../../shared/catalog/catalog';
import { connectionKindsBetween } from '../../shared/catalog/connections';
import type { KindDefinition } from '../../shared/catalog/kind';
import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';
import type { JsonObject } from '../../shared/util/json';

const EXPOSURES = ['public', 'private', 'isolated'] as const;
const TIERS = ['load-balancing', 'web', 'database'] as const;
const CONTAINERS = new Set(['region', 'vpc', 'availability-zone', 'subnet', 'tier', 'group', 'note']);
const services = allDefinitions().filter(({ kind }) => !CONTAINERS.has(kind));

/** Settings that change what is written, whichever kinds have them; a kind ignores the others. */
const settings = fc.record(
  {
    multiAz: fc.boolean(),
    automaticFailover: fc.boolean(),
    replicas: fc.integer({ min: 0, max: 3 }),
    publiclyAccessible: fc.boolean(),
    publicIp: fc.boolean(),
    protocol: fc.constantFrom('tcp', 'tls', 'udp'),
    tlsPolicy: fc.constantFrom('modern', 'legacy'),
    listener: fc.constantFrom('http', 'https'),
    scheme: fc.constantFrom('internal', 'internet-facing'),
    instanceType: fc.constantFrom('t3.small', 'm7g.large'),
    volumeType: fc.constantFrom('gp3', 'gp2', 'io2', 'st1'),
    volumeGb: fc.integer({ min: 1, max: 300 }),
    min: fc.integer({ min: 0, max: 4 }),
    max: fc.integer({ min: 0, max: 4 }),
    fifo: fc.boolean(),
    deadLetterQueue: fc.boolean(),
    oneZone: fc.boolean(),
    nodes: fc.integer({ min: 1, max: 4 }),
    instances: fc.integer({ min: 1, max: 3 }),
    runtime: fc.constantFrom('nodejs22.x', 'python3.13', 'java21', 'dotnet10'),
    blockPublicAccess: fc.boolean(),
    storageClass: fc.constantFrom('standard', 'standard-ia', 'one-zone-ia', 'intelligent-tiering'),
    billingMode: fc.constantFrom('on-demand', 'provisioned'),
    sortKey: fc.constantFrom('', 'id', 'at'),
    metric: fc.constantFrom('auto', 'cpu', 'unhealthy-hosts', 'server-errors', 'free-storage', 'queue-age', 'errors'),
    environment: fc.constantFrom('', 'AB=1\nC=two words'),
    logRetention: fc.constantFrom('none', '30', 'forever'),
    requireTokens: fc.boolean(),
    requireTls: fc.boolean(),
    engine: fc.constantFrom('mysql', 'postgres', 'mariadb', 'aurora-mysql', 'aurora-postgresql', 'valkey', 'redis'),
    service: fc.constantFrom('s3', 'dynamodb', 'sqs', 'logs', 'ssmmessages', 'kinesis-streams'),
    image: fc.constantFrom('public.ecr.aws/nginx/nginx:stable', '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1'),
    capacity: fc.constantFrom('on-demand', 'mixed', 'spot'),
    purchase: fc.constantFrom('on-demand', 'spot'),
    diskGb: fc.constantFrom(20, 60),
    functionUrl: fc.constantFrom('none', 'iam', 'public'),
    authorization: fc.constantFrom('none', 'iam', 'jwt'),
    healthChecks: fc.constantFrom(0, 1, 5),
    rotationDays: fc.constantFrom(0, 30),
    subdomains: fc.boolean(),
    allRegions: fc.boolean(),
    mode: fc.constantFrom('on-demand', 'provisioned'),
    encrypted: fc.boolean(),
    customerGateways: fc.constantFrom('one', 'two'),
    routing: fc.constantFrom('bgp', 'static'),
    onPremisesCidr: fc.constantFrom('192.168.0.0/16', '10.0.128.0/17', '300.0.0.0/8'),
    gatewayAddress: fc.constantFrom('', '203.0.113.9'),
    secondGatewayAddress: fc.constantFrom('', '203.0.113.9'),
    requestsPerFiveMinutes: fc.constantFrom(0, 5, 2000),
    extraIngress: fc.constantFrom([], [{ protocol: 'tcp', fromPort: 443, toPort: 80, cidr: '10.0.0.0/8' }]),
  },
  { requiredKeys: [] },
);

interface Choice {
  readonly definition: KindDefinition;
  readonly settings: object;
  /** Decides the place: which subnets, or none at all. */
  readonly place: number;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  definition: fc.constantFrom(...services),
  settings,
  place: fc.nat({ max: 1000 }),
});

const LOST = 17;

function placeOf({ definition, place }: Choice, subnets: readonly string[]) {
  if (place % LOST === 0) return {};
  const first = subnets[place % subnets.length] ?? '';
  switch (definition.scope) {
    case 'global':
    case 'canvas':
      return {};
    case 'regional':
      return { parent: 'region' };
    case 'zonal':
      return { parent: first };
    default:
      return { parent: 'vpc', subnets: [...new Set([first, subnets[(place * 7 + 1) % subnets.length] ?? first])] };
  }
}

const world = {
  zones: fc.constantFrom(['a'], ['a', 'b'], ['a', 'b', 'c']),
  exposures: fc.tuple(fc.constantFrom(...EXPOSURES), fc.constantFrom(...EXPOSURES), fc.constantFrom(...EXPOSURES)),
};
type World = { readonly [K in keyof typeof world]: (typeof world)[K] extends fc.Arbitrary<infer T> ? T : never };

function drawServices({ zones, exposures }: World, choices: readonly Choice[]) {
  const builder = buildNetwork(zones, Object.fromEntries(TIERS.map((tier, i) => [tier, exposures[i] ?? 'private'])));
  const subnets = TIERS.flatMap((tier) => zones.map((zone) => `${tier}-${zone}`));
  const ids = choices.map((entry, index) => {
    const id = `${entry.definition.kind}-${index}`;
    builder.add(id, entry.definition.kind, { ...placeOf(entry, subnets), settings: { ...entry.settings } });
    return id;
  });
  return { builder, ids };
}

/** Designs of any services anywhere, connected in any way that the catalog allows: sound ones, and many that are not. */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    ...world,
    choices: fc.array(choice, { minLength: 1, maxLength: 14 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 30 }),
  })
  .map(({ choices, links, ...where }) => {
    const { builder, ids } = drawServices(where, choices);
    for (const [a, b, c] of links) {
      const [from, to] = [a % ids.length, b % ids.length];
      const kinds = connectionKindsBetween(choices[from]?.definition.kind ?? '', choices[to]?.definition.kind ?? '');
      const kind = kinds[c % Math.max(1, kinds.length)];
      if (kind && from !== to) builder.connect(kind, ids[from] ?? '', ids[to] ?? '');
    }
    return builder.build();
  });

const AWAY = 4;

/** Regional services that lie in a second Region, certificates and web ACLs among them. */
function withSecondRegion(design: Design, choices: readonly Choice[], ids: readonly string[], code: string): Design {
  const elements = new Map(design.elements);
  const first = elements.get('region');
  if (first) elements.set('region', { ...first, settings: { ...first.settings, code } });
  const second = code === 'us-east-1' ? 'eu-west-1' : 'us-east-1';
  const away = choices.flatMap(({ definition, place }, index) =>
    definition.scope === 'regional' && place % AWAY === 1 ? (ids[index] ?? []) : [],
  );
  if (first && away.length > 0) elements.set('away', { ...first, id: 'away', settings: { code: second } });
  for (const id of away) {
    const element = elements.get(id);
    if (element) elements.set(id, { ...element, parent: 'away' });
  }
  return { ...design, elements };
}

/** What connections say beside their kind. */
const stated = fc.constantFrom<JsonObject>(
  {},
  {},
  { access: 'read' },
  { access: 'write' },
  { port: 8080 },
  { protocol: 'https' },
  { protocol: 'udp', port: 53 },
  { label: 'api' },
  { label: '/images/*' },
);

/** Designs like them, each with many of the connections that the catalog allows between its services, and some over two Regions. */
export const linkedDesign: fc.Arbitrary<Design> = fc
  .record({
    ...world,
    code: fc.constantFrom('us-east-1', 'us-east-1', 'eu-central-1'),
    choices: fc.array(choice, { minLength: 2, maxLength: 9, size: 'max' }),
    links: fc.array(fc.record({ index: fc.nat({ max: 5039 }), stated }), { minLength: 1, maxLength: 12, size: 'max' }),
  })
  .map(({ choices, links, code, ...where }) => {
    const { builder, ids } = drawServices(where, choices);
    const legal = choices.flatMap((from, i) =>
      choices.flatMap((to, j) =>
        i === j
          ? []
          : connectionKindsBetween(from.definition.kind, to.definition.kind).map(
              (kind) => [kind, ids[i] ?? '', ids[j] ?? ''] as const,
            ),
      ),
    );
    const drawn = new Map(links.map((link) => [link.index % Math.max(1, legal.length), link.stated]));
    for (const [index, settings] of drawn) {
      const line = legal[index];
      if (line) builder.connect(...line, settings);
    }
    return withSecondRegion(builder.build(), choices, ids, code);
  });
