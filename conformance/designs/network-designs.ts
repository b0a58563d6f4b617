import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';

const inVpc = (tier: string, subnets: readonly string[], settings = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});

/** Two zones, a NAT gateway in each, load balancer, fleet, session cache, Multi-AZ database, CDN, bastion. */
export const highPowerSite = (): Design =>
  buildNetwork(['a', 'b'], { 'load-balancing': 'public', web: 'private', cache: 'isolated', database: 'isolated' })
    .add('users', 'users')
    .add('office', 'office')
    .add('nat-a', 'nat-gateway', { parent: 'load-balancing-a' })
    .add('nat-b', 'nat-gateway', { parent: 'load-balancing-b' })
    .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
    .add('cdn', 'cloudfront')
    .add('zone', 'route53-zone')
    .add('assets', 's3-bucket', { parent: 'region' })
    .add('alb', 'application-load-balancer', inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b']))
    .add(
      'web',
      'auto-scaling-group',
      inVpc('web', ['web-a', 'web-b'], { logRetention: '90', volumeIops: 6000, volumeThroughput: 400 }),
    )
    .add(
      'sessions',
      'elasticache-redis',
      inVpc('cache', ['cache-a', 'cache-b'], { replicas: 1, multiAz: true, automaticFailover: true }),
    )
    .add('db', 'rds-instance', inVpc('database', ['database-a', 'database-b'], { multiAz: true, engine: 'postgres' }))
    .connect('traffic', 'users', 'zone')
    .connect('dns', 'zone', 'cdn')
    .connect('traffic', 'cdn', 'alb')
    .connect('traffic', 'cdn', 'assets')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'assets')
    .connect('session', 'web', 'sessions')
    .connect('data', 'web', 'db')
    .connect('admin', 'office', 'bastion')
    .connect('admin', 'bastion', 'web')
    .build();

/** Everything in one zone, the database open to the internet: many findings, and still a template that deploys. */
export const faultySite = (): Design =>
  buildNetwork(['a'], { web: 'public', database: 'public' })
    .add('users', 'users')
    .add('alb', 'application-load-balancer', inVpc('web', ['web-a']))
    .add('app', 'ec2-instance', {
      parent: 'web-a',
      tier: 'tier-web',
      settings: {
        publicIp: true,
        sessionStore: 'memory',
        volumeType: 'st1',
        volumeGb: 500,
        environment: 'LOG_LEVEL=debug',
        requireTokens: false,
      },
    })
    .add('db', 'rds-instance', inVpc('database', ['database-a'], { publiclyAccessible: true, engine: 'mariadb' }))
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'app')
    .connect('traffic', 'users', 'db')
    .connect('data', 'app', 'db')
    .build();

/** One machine with everything on it, found by name. */
export const onePublicMachine = (): Design =>
  buildNetwork(['a'], { web: 'public' })
    .add('users', 'users')
    .add('office', 'office')
    .add('zone', 'route53-zone')
    .add('backups', 's3-bucket', { parent: 'region', settings: { content: 'data', storageClass: 'standard-ia' } })
    .add('server', 'ec2-instance', {
      parent: 'web-a',
      tier: 'tier-web',
      settings: { publicIp: true, localFiles: 'yes', instanceType: 't4g.small', volumeType: 'io2', volumeIops: 4000 },
    })
    .connect('traffic', 'users', 'zone')
    .connect('dns', 'zone', 'server')
    .connect('traffic', 'users', 'server')
    .connect('admin', 'office', 'server')
    .connect('data', 'server', 'backups', { access: 'write' })
    .build();

/** Kinds that the other designs leave out: NLB, Aurora, Memcached, EFS, HTTPS, functions behind a load balancer. */
export const everythingInVpc = (): Design =>
  buildNetwork(['a', 'b', 'c'], { 'load-balancing': 'public', app: 'private', database: 'isolated' })
    .add('users', 'users')
    .add('nat', 'nat-gateway', { parent: 'load-balancing-b' })
    .add('logs', 's3-bucket', { parent: 'region', settings: { content: 'logs', storageClass: 'intelligent-tiering' } })
    .add('key', 'kms-key', { parent: 'region' })
    .add(
      'alb',
      'application-load-balancer',
      inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b', 'load-balancing-c'], {
        listener: 'https',
        stickiness: true,
      }),
    )
    .add(
      'nlb',
      'network-load-balancer',
      inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b'], { port: 443 }),
    )
    .add(
      'app',
      'auto-scaling-group',
      inVpc('app', ['app-a', 'app-b'], { instanceType: 'm7g.large', min: 1, desired: 3 }),
    )
    .add(
      'api',
      'auto-scaling-group',
      inVpc('app', ['app-a', 'app-c'], { min: 2, desired: 2, max: 2, healthCheck: 'ec2' }),
    )
    .add('hook', 'lambda-function', { parent: 'region', settings: { runtime: 'python3.13' } })
    .add('aurora', 'aurora-cluster', inVpc('database', ['database-a', 'database-b', 'database-c'], { instances: 2 }))
    .add('memory', 'elasticache-memcached', inVpc('database', ['database-a', 'database-b'], { nodes: 3 }))
    .add('files', 'efs', inVpc('app', ['app-a', 'app-b']))
    .add('one-zone-files', 'efs', inVpc('app', ['app-b'], { oneZone: true, backup: false }))
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'users', 'nlb')
    .connect('traffic', 'alb', 'app', { label: '/shop/*' })
    .connect('traffic', 'alb', 'api')
    .connect('traffic', 'alb', 'hook')
    .connect('traffic', 'nlb', 'api', { port: 8443 })
    .connect('logs', 'alb', 'logs')
    .connect('data', 'app', 'aurora')
    .connect('data', 'api', 'memory')
    .connect('data', 'app', 'files')
    .connect('data', 'api', 'one-zone-files')
    .connect('data', 'hook', 'aurora')
    .connect('uses', 'aurora', 'key')
    .connect('uses', 'files', 'key')
    .connect('uses', 'app', 'key')
    .build();
