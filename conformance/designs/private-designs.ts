import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';

const inVpc = (tier: string, subnets: readonly string[], settings = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});

/** Programs without any way to the internet: what they call they reach through endpoints of their VPC. */
export const privateSite = (): Design =>
  buildNetwork(['a', 'b'], { app: 'isolated', database: 'isolated' })
    .add('files', 's3-bucket', { parent: 'region' })
    .add('table', 'dynamodb-table', { parent: 'region' })
    .add('jobs', 'sqs-queue', { parent: 'region' })
    .add('way-to-files', 'gateway-endpoint', { parent: 'vpc' })
    .add('way-to-tables', 'gateway-endpoint', { parent: 'vpc', settings: { service: 'dynamodb' } })
    .add('way-to-queues', 'interface-endpoint', inVpc('app', ['app-a', 'app-b'], { service: 'sqs' }))
    .add('sessions', 'interface-endpoint', inVpc('app', ['app-a'], { service: 'ssmmessages' }))
    .add('workers', 'auto-scaling-group', inVpc('app', ['app-a', 'app-b'], { role: 'worker', purchase: 'spot' }))
    .add('users', 'users')
    .add('report', 'lambda-function', {
      parent: 'region',
      settings: { functionUrl: 'public', reservedConcurrency: 20, environment: 'CURRENCY=EUR' },
    })
    .add('partner', 'lambda-function', { parent: 'region', settings: { functionUrl: 'iam' } })
    .add(
      'db',
      'rds-instance',
      inVpc('database', ['database-a', 'database-b'], { multiAz: true, requireTls: true, maxConnections: 200 }),
    )
    .add('aurora', 'aurora-cluster', inVpc('database', ['database-a', 'database-b'], { requireTls: true }))
    .add(
      'postgres',
      'rds-instance',
      inVpc('database', ['database-a', 'database-b'], { engine: 'postgres', requireTls: true }),
    )
    .add(
      'maria',
      'rds-instance',
      inVpc('database', ['database-a', 'database-b'], { engine: 'mariadb', requireTls: true }),
    )
    .add(
      'books',
      'aurora-cluster',
      inVpc('database', ['database-a', 'database-b'], { engine: 'aurora-postgresql', requireTls: true }),
    )
    // Without settings of its own its engine needs a version all the same in CDK.
    .add('ledger', 'aurora-cluster', inVpc('database', ['database-a', 'database-b'], { engine: 'aurora-postgresql' }))
    .connect('data', 'workers', 'files')
    .connect('data', 'workers', 'db')
    .connect('async', 'jobs', 'workers')
    .connect('data', 'report', 'table')
    .connect('data', 'report', 'db')
    .add('front', 'api-gateway', {
      parent: 'region',
      settings: {
        authorization: 'jwt',
        issuer: 'https://tokens.example',
        audience: 'shop',
        logRetention: '90',
        requestsPerSecond: 50,
      },
    })
    .add('open', 'api-gateway', { parent: 'region' })
    .add('names', 'route53-zone', { settings: { domain: 'tokens.example' } })
    .add('proof', 'certificate', { parent: 'region', settings: { domain: 'tokens.example' } })
    .connect('traffic', 'users', 'names')
    .connect('dns', 'names', 'front')
    .connect('dns', 'names', 'open', { label: 'open' })
    .connect('uses', 'front', 'proof')
    .connect('traffic', 'users', 'front')
    .connect('traffic', 'users', 'open')
    .connect('traffic', 'front', 'report')
    .connect('traffic', 'front', 'partner', { label: '/partners/*' })
    .connect('traffic', 'open', 'report')
    .connect('traffic', 'users', 'report')
    .build();
