import type { Design } from '../../shared/model/design';
import { buildDesign, buildNetwork } from '../../shared/testing/builder';

const inRegion = (settings = {}) => ({ parent: 'region', settings });

/** Queues, topics, functions, tables and buckets that tell each other, encrypted with a key, watched by alarms. */
export const messagingSite = (): Design =>
  buildDesign('Messages')
    .add('region', 'region', { settings: { code: 'eu-central-1' } })
    .add('key', 'kms-key', inRegion())
    .add('uploads', 's3-bucket', inRegion({ content: 'user', versioning: true }))
    .add('inbox', 'sqs-queue', inRegion())
    .add('orders', 'sqs-queue', inRegion({ fifo: true, visibilityTimeoutSeconds: 10 }))
    .add('events', 'sns-topic', inRegion())
    .add('alerts', 'sns-topic', inRegion())
    .add('receive', 'lambda-function', inRegion({ environment: 'MODE=strict' }))
    .add('resize', 'lambda-function', inRegion({ runtime: 'java21', architecture: 'x86_64', timeoutSeconds: 120 }))
    .add('table', 'dynamodb-table', inRegion({ sortKey: 'at' }))
    .add('ledger', 'dynamodb-table', inRegion({ billingMode: 'provisioned', readUnits: 10 }))
    .add('backlog', 'cloudwatch-alarm', inRegion({ threshold: 600 }))
    .add('failures', 'cloudwatch-alarm', inRegion({ metric: 'errors', threshold: 0, periodSeconds: '300' }))
    .connect('async', 'uploads', 'inbox')
    .connect('async', 'uploads', 'events')
    .connect('async', 'events', 'resize')
    .connect('async', 'inbox', 'resize')
    .connect('async', 'receive', 'orders')
    .connect('async', 'receive', 'resize')
    .connect('async', 'orders', 'receive')
    .connect('data', 'receive', 'table')
    .connect('data', 'resize', 'ledger', { access: 'read' })
    .connect('data', 'resize', 'uploads')
    .connect('monitors', 'backlog', 'inbox')
    .connect('monitors', 'failures', 'resize')
    .connect('monitors', 'failures', 'receive')
    .connect('async', 'backlog', 'alerts')
    .connect('async', 'failures', 'alerts')
    .connect('uses', 'uploads', 'key')
    .connect('uses', 'inbox', 'key')
    .connect('uses', 'alerts', 'key')
    .connect('uses', 'table', 'key')
    .connect('uses', 'receive', 'key')
    .build();

/** An alarm on each kind that has a metric. */
export const watchedSite = (): Design =>
  buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('nat', 'nat-gateway', { parent: 'web-a' })
    .add('bastion', 'bastion-host', { parent: 'web-b' })
    .add('alb', 'application-load-balancer', { parent: 'vpc', subnets: ['web-a', 'web-b'] })
    .add('web', 'auto-scaling-group', { parent: 'vpc', subnets: ['web-a', 'web-b'], settings: { publicIp: true } })
    .add('db', 'rds-instance', { parent: 'vpc', subnets: ['database-a', 'database-b'], settings: { multiAz: true } })
    .add('cache', 'elasticache-redis', { parent: 'vpc', subnets: ['database-a'] })
    .add('memory', 'elasticache-memcached', { parent: 'vpc', subnets: ['database-a'] })
    .add('table', 'dynamodb-table', { parent: 'region' })
    .add('load', 'cloudwatch-alarm', { parent: 'region' })
    .add('space', 'cloudwatch-alarm', {
      parent: 'region',
      settings: { metric: 'free-storage', threshold: 10_000_000_00 },
    })
    .add('alerts', 'sns-topic', { parent: 'region' })
    .connect('traffic', 'alb', 'web')
    .connect('monitors', 'load', 'alb')
    .connect('monitors', 'load', 'web')
    .connect('monitors', 'load', 'db')
    .connect('monitors', 'load', 'cache')
    .connect('monitors', 'load', 'memory')
    .connect('monitors', 'load', 'table')
    .connect('monitors', 'load', 'nat')
    .connect('monitors', 'load', 'bastion')
    .connect('monitors', 'space', 'db')
    .connect('async', 'load', 'alerts')
    .build();

/** A budget with somebody to tell, in the Region that knows the bill; an element tries to take the name of a resource of the design. */
export const budgetedSite = (): Design =>
  buildDesign('Budget')
    .settings({ monthlyBudget: 1499.99, alertEmail: 'owner@example.com' })
    .add('region', 'region', { settings: { code: 'us-east-1' } })
    .add('monthly-budget', 'sns-topic', inRegion())
    .add('uploads', 's3-bucket', inRegion())
    .build();

/** Names that try to become something else than data. */
export const HOSTILE_NAMES: readonly string[] = [
  `\${AWS::AccountId}`,
  '!Ref Vpc',
  '{"Ref": "Vpc"}',
  'a "quoted" name, it\'s \\ odd',
  'two\nlines\r\n  Type: AWS::IAM::User',
  '`whoami` $(whoami) */ // # comment',
  '{{resolve:secretsmanager:admin}}',
  'emoji 😀 ünïcödé 数据库 \u202E reversed',
  'x'.repeat(300),
  '\u0000\u0007\u0085\u2028\uD800',
  'aws:reserved',
  '~',
  '1_000',
];

/** One design with each of the names on elements of many kinds. */
export function hostileSite(): Design {
  const builder = buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' });
  const kinds = ['s3-bucket', 'sqs-queue', 'sns-topic', 'lambda-function', 'dynamodb-table', 'kms-key'];
  HOSTILE_NAMES.forEach((name, index) => {
    builder.add(`thing-${index}`, kinds[index % kinds.length] ?? 's3-bucket', { name, parent: 'region' });
    builder.add(`note-${index}`, 'note', { name, settings: { text: name } });
  });
  const hostile = (index: number): string => HOSTILE_NAMES[index] ?? '';
  return builder
    .add('users', 'users', { name: hostile(4) })
    .add('alb', 'application-load-balancer', { name: hostile(0), parent: 'vpc', subnets: ['web-a', 'web-b'] })
    .add('web', 'auto-scaling-group', {
      name: hostile(4),
      parent: 'vpc',
      tier: 'tier-web',
      subnets: ['web-a', 'web-b'],
    })
    .add('db', 'rds-instance', { name: hostile(7), parent: 'vpc', subnets: ['database-a', 'database-b'] })
    .add('cache', 'elasticache-redis', { name: hostile(8), parent: 'vpc', subnets: ['database-a'] })
    .add('tier-evil', 'tier', { name: hostile(4), parent: 'vpc', settings: { role: 'app' } })
    .add('app', 'ec2-instance', { name: hostile(9), parent: 'web-a', tier: 'tier-evil' })
    .add('cdn', 'cloudfront', { name: hostile(5) })
    .add('zone', 'route53-zone', { name: hostile(6) })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web', { label: '!Ref Vpc' })
    .connect('traffic', 'alb', 'app', { label: `/\${AWS::AccountId}'"\n*` })
    .connect('traffic', 'cdn', 'alb')
    .connect('dns', 'zone', 'cdn', { label: `\${x}` })
    .connect('data', 'web', 'db')
    .connect('data', 'web', 'cache')
    .build();
}

/** Records that programs write and read: in shards, on demand, with a key and without one of their own. */
export const streamingSite = (): Design =>
  buildNetwork(['a', 'b'], { app: 'private' })
    .add('key', 'kms-key', inRegion())
    .add('clicks', 'kinesis-stream', inRegion())
    .add('orders', 'kinesis-stream', inRegion({ mode: 'provisioned', shards: 4, retentionDays: 7 }))
    .add('collector', 'lambda-function', inRegion())
    .add('reader', 'lambda-function', inRegion())
    .add('workers', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-app',
      subnets: ['app-a', 'app-b'],
      settings: { role: 'worker', logRetention: '30' },
    })
    .add('to-streams', 'interface-endpoint', {
      parent: 'vpc',
      tier: 'tier-app',
      subnets: ['app-a', 'app-b'],
      settings: { service: 'kinesis-streams' },
    })
    .add('alarm', 'cloudwatch-alarm', inRegion({ metric: 'queue-age', threshold: 60_000 }))
    .connect('uses', 'orders', 'key')
    .connect('async', 'collector', 'clicks')
    .connect('async', 'clicks', 'reader')
    .connect('async', 'reader', 'orders')
    .connect('async', 'workers', 'clicks')
    .connect('async', 'orders', 'workers')
    .connect('async', 'orders', 'collector')
    .connect('monitors', 'alarm', 'orders')
    .build();
