import type { Design } from '../model/design';
import { buildDesign, buildNetwork, type DesignBuilder } from './builder';

const LETTERS = ['a', 'b', 'c'] as const;

/** Sites of nine elements each, side by side in one VPC over three zones. */
export function manySites(elements: number): Design {
  const builder = buildNetwork(LETTERS, {
    'load-balancing': 'public',
    web: 'private',
    app: 'private',
    cache: 'isolated',
    database: 'isolated',
  });
  const subnets = (tier: string): string[] => LETTERS.map((letter) => `${tier}-${letter}`);
  for (const letter of LETTERS) builder.add(`nat-${letter}`, 'nat-gateway', { parent: `load-balancing-${letter}` });
  for (let site = 0; site * 9 < elements; site += 1) {
    const spanning = (name: string, kind: string, tier: string, settings = {}): DesignBuilder =>
      builder.add(`${name}${site}`, kind, { parent: 'vpc', tier: `tier-${tier}`, subnets: subnets(tier), settings });
    builder
      .add(`users${site}`, 'users')
      .add(`dns${site}`, 'route53-zone')
      .add(`files${site}`, 's3-bucket', { parent: 'region' });
    spanning('alb', 'application-load-balancer', 'load-balancing');
    spanning('web', 'auto-scaling-group', 'web', { min: 3, desired: 3, max: 9, sessionStore: 'memory' });
    spanning('app', 'auto-scaling-group', 'app', { min: 3, desired: 3, max: 9 });
    spanning('cache', 'elasticache-redis', 'cache', { replicas: 1, multiAz: true, automaticFailover: site % 2 === 0 });
    spanning('db', 'rds-instance', 'database', { multiAz: site % 3 !== 0 });
    builder.add(`job${site}`, 'ec2-instance', { parent: `app-${LETTERS[site % 3]}`, tier: 'tier-app' });
    for (const [kind, from, to] of [
      ['traffic', 'users', 'dns'],
      ['dns', 'dns', 'alb'],
      ['traffic', 'alb', 'web'],
      ['traffic', 'web', 'app'],
      ['data', 'web', 'files'],
      ['session', 'app', 'cache'],
      ['data', 'app', 'db'],
      ['data', 'job', 'db'],
    ] as const)
      builder.connect(kind, `${from}${site}`, `${to}${site}`);
  }
  return builder.build();
}

/** Machines side by side in one subnet. */
export const oneSubnet = (elements: number): Design => {
  const builder = buildNetwork(['a'], { web: 'private' }).add('users', 'users');
  for (let index = 0; index < elements; index += 1) {
    builder.add(`m${index}`, 'ec2-instance', { parent: 'web-a', tier: 'tier-web' });
    builder.connect('traffic', 'users', `m${index}`);
  }
  return builder.build();
};

/** Functions that all call one another. */
export const mesh = (elements: number): Design => {
  const builder = buildDesign().add('region', 'region').add('users', 'users');
  for (let from = 0; from < elements; from += 1) {
    builder.add(`f${from}`, 'lambda-function', { parent: 'region' }).connect('traffic', 'users', `f${from}`);
    for (let to = 0; to < elements; to += 1) if (to !== from) builder.connect('traffic', `f${from}`, `f${to}`);
  }
  return builder.build();
};

/** Functions that call the next, the last the first where it is closed. */
export const chain = (elements: number, closed: boolean): Design => {
  const builder = buildDesign().add('region', 'region').add('users', 'users').connect('traffic', 'users', 'f0');
  for (let index = 0; index < elements; index += 1) {
    builder.add(`f${index}`, 'lambda-function', { parent: 'region' });
    if (index > 0) builder.connect('traffic', `f${index - 1}`, `f${index}`);
  }
  return (closed ? builder.connect('traffic', `f${elements - 1}`, 'f0') : builder).build();
};

/** Zones without a Region cannot be told to be the same, so each counts by itself. */
export const manyZones = (zones: number): Design => {
  const builder = buildDesign().add('users', 'users');
  for (let index = 0; index < zones; index += 1)
    builder
      .add(`az${index}`, 'availability-zone')
      .add(`subnet${index}`, 'subnet', { parent: `az${index}` })
      .add(`m${index}`, 'ec2-instance', { parent: `subnet${index}` })
      .connect('traffic', 'users', `m${index}`);
  return builder.build();
};

/** Actors that enter a chain of functions at every point. */
export const manyActors = (actors: number, services: number): Design => {
  const builder = buildDesign().add('region', 'region');
  for (let index = 0; index < services; index += 1) {
    builder.add(`f${index}`, 'lambda-function', { parent: 'region' });
    if (index > 0) builder.connect('traffic', `f${index - 1}`, `f${index}`);
  }
  for (let index = 0; index < actors; index += 1)
    builder.add(`users${index}`, 'users').connect('traffic', `users${index}`, `f${index % services}`);
  return builder.build();
};
