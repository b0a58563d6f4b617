import { type Connection, type Design, type Element, makeConnection, makeElement } from '../shared/model/design';
import type { JsonObject } from '../shared/util/json';
import { arrangeGenerated } from './arrange-generated';

const LETTERS = ['a', 'b', 'c'] as const;
const TIERS = {
  'load-balancing': 'public',
  app: 'private',
  cache: 'isolated',
  database: 'isolated',
} as const;

interface Build {
  readonly random: () => number;
  readonly elements: Map<string, Element>;
  readonly connections: Map<string, Connection>;
}

/** Linear congruential generator: the same design on every machine (constants of Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Rest = Partial<Omit<Element, 'id' | 'kind' | 'name'>>;

function add({ elements }: Build, id: string, kind: string, rest: Rest = {}): string {
  const frame = { x: 0, y: 0, width: 176, height: 72 };
  elements.set(id, makeElement({ id, kind, name: id, frame, ...rest }));
  return id;
}

function connect({ connections }: Build, kind: string, from: string, to: string): void {
  const id = `c${String(connections.size).padStart(6, '0')}`;
  connections.set(id, makeConnection({ id, kind, from, to }));
}

/** A VPC with three zones, four tiers and their subnets; 23 elements. */
function addNetwork(build: Build, cell: string, number: number): string {
  const vpc = add(build, `${cell}-vpc`, 'vpc', { parent: 'region', settings: { cidr: `10.${number % 256}.0.0/16` } });
  add(build, `${cell}-igw`, 'internet-gateway', { parent: vpc });
  for (const letter of LETTERS)
    add(build, `${cell}-az-${letter}`, 'availability-zone', { parent: vpc, settings: { zone: letter } });
  let block = 0;
  for (const [role, exposure] of Object.entries(TIERS)) {
    const tier = add(build, `${cell}-tier-${role}`, 'tier', { parent: vpc, settings: { role, exposure } });
    for (const letter of LETTERS) {
      const settings = { exposure, cidr: `10.${number % 256}.${block++ * 8}.0/21` };
      add(build, `${cell}-${role}-${letter}`, 'subnet', { parent: `${cell}-az-${letter}`, tier, settings });
    }
  }
  for (const letter of LETTERS.slice(0, 2))
    add(build, `${cell}-nat-${letter}`, 'nat-gateway', { parent: `${cell}-load-balancing-${letter}` });
  return vpc;
}

function spanning(cell: string, vpc: string, tier: keyof typeof TIERS, settings: JsonObject = {}): Rest {
  return {
    parent: vpc,
    tier: `${cell}-tier-${tier}`,
    subnets: LETTERS.map((letter) => `${cell}-${tier}-${letter}`),
    settings,
  };
}

/** One small service with what it needs: a group or instance, a database, sometimes a cache, table or queue. */
function addService(build: Build, cell: string, vpc: string, balancer: string, number: number): void {
  const { random } = build;
  const name = `${cell}-s${String(number).padStart(2, '0')}`;
  const stated = random() < 0.7 ? { sessionStore: 'external', localFiles: 'no' } : {};
  const app =
    random() < 0.8
      ? add(
          build,
          `${name}-app`,
          'auto-scaling-group',
          spanning(cell, vpc, 'app', { ...stated, min: 2 + Math.floor(random() * 4) }),
        )
      : add(build, `${name}-app`, 'ec2-instance', {
          parent: `${cell}-app-a`,
          tier: `${cell}-tier-app`,
          settings: stated,
        });
  connect(build, 'traffic', balancer, app);
  const database = add(
    build,
    `${name}-db`,
    'rds-instance',
    spanning(cell, vpc, 'database', { multiAz: random() < 0.8 }),
  );
  connect(build, 'data', app, database);
  if (random() < 0.5) {
    const safe = random() < 0.7 ? { replicas: 1, multiAz: true, automaticFailover: true } : {};
    const cache = add(build, `${name}-cache`, 'elasticache-redis', spanning(cell, vpc, 'cache', safe));
    connect(build, random() < 0.5 ? 'session' : 'data', app, cache);
  }
  if (random() < 0.4) {
    const queue = add(build, `${name}-queue`, 'sqs-queue', { parent: 'region' });
    connect(build, 'async', app, queue);
    connect(
      build,
      'async',
      queue,
      add(build, `${name}-worker`, 'lambda-function', { parent: 'region', settings: { role: 'worker' } }),
    );
  }
  if (random() < 0.3) connect(build, 'data', app, add(build, `${name}-table`, 'dynamodb-table', { parent: 'region' }));
}

/**
 * A design of about `size` elements: VPCs of about a hundred, each with three zones, four tiers and services of the usual
 * kinds, a fifth of which have a fault. The same for the same arguments.
 */
export function generateDesign(size: number, seed = 1): Design {
  const build: Build = { random: seeded(seed), elements: new Map(), connections: new Map() };
  add(build, 'region', 'region');
  const users = add(build, 'users', 'users');
  for (let number = 0; build.elements.size < size; number += 1) {
    const cell = `v${String(number).padStart(3, '0')}`;
    const vpc = addNetwork(build, cell, number);
    const balancer = add(build, `${cell}-alb`, 'application-load-balancer', spanning(cell, vpc, 'load-balancing'));
    connect(build, 'traffic', users, balancer);
    const end = Math.min(size, build.elements.size + 76);
    for (let service = 0; build.elements.size < end; service += 1) addService(build, cell, vpc, balancer, service);
  }
  return {
    header: { name: `Generated, ${size} elements`, settings: {} },
    elements: arrangeGenerated(build.elements),
    connections: build.connections,
  };
}
