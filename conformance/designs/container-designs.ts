import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';

const inVpc = (tier: string, subnets: readonly string[], settings = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});

/** Containers behind load balancers, beside a queue, with files and a database; one of them in ECR, behind endpoints. */
export const containerSite = (): Design =>
  buildNetwork(['a', 'b'], { 'load-balancing': 'public', app: 'private', database: 'isolated' })
    .add('users', 'users')
    .add('token', 'secret', { parent: 'region' })
    .add('admin-login', 'secret', { parent: 'region', settings: { rotationDays: 30 } })
    .add('key', 'kms-key', { parent: 'region' })
    .add('rotator', 'lambda-function', { parent: 'region' })
    .add('nat', 'nat-gateway', { parent: 'load-balancing-a' })
    .add(
      'alb',
      'application-load-balancer',
      inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b'], { listener: 'https' }),
    )
    .add(
      'nlb',
      'network-load-balancer',
      inVpc('app', ['app-a', 'app-b'], { scheme: 'internal', protocol: 'tls', port: 9000, tlsPolicy: 'legacy' }),
    )
    .add(
      'shop',
      'ecs-service',
      inVpc('app', ['app-a', 'app-b'], {
        cpu: '1024',
        memoryMb: 3000,
        architecture: 'arm64',
        diskGb: 40,
        capacity: 'mixed',
        environment: "LOG_LEVEL=info\nGREETING=it's {{resolve:ssm:x}}",
      }),
    )
    .add('admin', 'ecs-service', inVpc('app', ['app-a', 'app-b'], { port: 3000, min: 1, desired: 1, max: 1 }))
    .add(
      'worker',
      'ecs-service',
      inVpc('app', ['app-a'], { role: 'worker', logRetention: 'forever', capacity: 'spot' }),
    )
    .add('files', 'efs', inVpc('app', ['app-a', 'app-b']))
    .add('db', 'rds-instance', inVpc('database', ['database-a', 'database-b'], { multiAz: true }))
    .add('jobs', 'sqs-queue', { parent: 'region' })
    .add('uploads', 's3-bucket', { parent: 'region' })
    .add('load', 'cloudwatch-alarm', { parent: 'region' })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'shop')
    .connect('traffic', 'alb', 'admin', { label: '/admin/*' })
    .connect('traffic', 'nlb', 'shop', { port: 9001 })
    .connect('data', 'shop', 'db')
    .connect('data', 'shop', 'uploads')
    .connect('data', 'shop', 'files')
    .connect('async', 'shop', 'jobs')
    .connect('async', 'jobs', 'worker')
    .connect('monitors', 'load', 'shop')
    .connect('data', 'shop', 'token')
    .connect('data', 'admin', 'admin-login', { access: 'write' })
    .connect('uses', 'admin-login', 'rotator')
    .connect('uses', 'token', 'key')
    .build();

/** Names, proofs of them and firewalls, before a load balancer and before a distribution. */
export const guardedSite = (): Design =>
  buildNetwork(['a', 'b'], { 'load-balancing': 'public' })
    .add('users', 'users')
    .add('zone', 'route53-zone', { settings: { domain: 'shop.example', healthChecks: 3 } })
    .add('proof', 'certificate', { parent: 'region', settings: { domain: 'shop.example' } })
    .add('old-proof', 'certificate', {
      parent: 'region',
      settings: { domain: 'www.other.example', subdomains: false },
    })
    .add('guard', 'waf-web-acl', { parent: 'region', settings: { sql: true } })
    .add('outer-guard', 'waf-web-acl', { parent: 'region', settings: { requestsPerFiveMinutes: 0 } })
    .add('cdn', 'cloudfront')
    .add('pictures', 's3-bucket', { parent: 'region' })
    .add(
      'alb',
      'application-load-balancer',
      inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b'], { listener: 'https' }),
    )
    .add('shop', 'lambda-function', { parent: 'region', settings: { runtime: 'dotnet10' } })
    .add(
      'things',
      'network-load-balancer',
      inVpc('load-balancing', ['load-balancing-a', 'load-balancing-b'], { protocol: 'tls', port: 8883 }),
    )
    .add('broker', 'ec2-instance', { parent: 'load-balancing-a', settings: { publicIp: true } })
    .connect('traffic', 'users', 'things')
    .connect('traffic', 'things', 'broker', { port: 1883, encryption: 'tls' })
    .connect('uses', 'things', 'proof')
    .connect('dns', 'zone', 'things')
    .connect('dns', 'zone', 'broker')
    .connect('traffic', 'users', 'zone')
    .connect('dns', 'zone', 'cdn')
    .connect('dns', 'zone', 'alb', { label: 'origin' })
    .connect('traffic', 'cdn', 'pictures')
    .connect('traffic', 'alb', 'shop')
    .connect('uses', 'cdn', 'proof')
    .connect('uses', 'alb', 'proof')
    .connect('uses', 'cdn', 'outer-guard')
    .connect('uses', 'alb', 'guard')
    .build();
