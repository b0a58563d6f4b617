import type { Design } from '../../shared/model/design';
import { type Sketch, startSketch } from './sketch';

const drawSite = (): Sketch =>
  startSketch('High-power WordPress')
    .add('users', 'Readers', { x: 0, y: 120 })
    .add('office', 'Office', { x: 0, y: 436, settings: { cidr: '203.0.113.0/24' } })
    .add('route53-zone', 'www.example.com', {
      x: 200,
      y: 184,
      settings: { domain: 'example.com', queriesMillions: 20 },
    })
    .add('cloudfront', 'CDN', { x: 200, y: 52, settings: { dataOutGb: 800, requestsMillions: 30 } })
    .network('us-east-1', 2, { x: 448, y: 0 }, 148)
    .add('gateway-endpoint', 'S3 endpoint', { in: 'VPC', x: 240, y: 36 })
    .tier('load-balancing', 'Load balancing tier')
    .tier('web', 'Web tier')
    .tier('cache', 'Cache tier')
    .tier('database', 'Database tier')
    .add('nat-gateway', 'NAT gateway a', { in: 'Load balancing a', y: 44, settings: { gbPerMonth: 50 } })
    .add('nat-gateway', 'NAT gateway b', { in: 'Load balancing b', y: 44, settings: { gbPerMonth: 50 } })
    .add('bastion-host', 'Bastion host', { in: 'Load balancing a', y: 128 })
    .add('application-load-balancer', 'Load balancer', {
      in: 'Load balancing tier',
      settings: { capacityUnits: 2, listener: 'https', deletionProtection: true },
    })
    .add('auto-scaling-group', 'WordPress servers', {
      in: 'Web tier',
      settings: {
        min: 2,
        desired: 2,
        max: 6,
        sessionStore: 'external',
        localFiles: 'no',
        logRetention: '30',
        logGb: 20,
      },
    })
    .add('elasticache-redis', 'Session cache', {
      in: 'Cache tier',
      settings: { replicas: 1, multiAz: true, automaticFailover: true },
    })
    .add('rds-instance', 'WordPress database', {
      in: 'Database tier',
      settings: { instanceClass: 'db.r6g.large', multiAz: true, databaseName: 'wordpress' },
    })
    .add('s3-bucket', 'Media library', {
      in: 'Region',
      x: 16,
      y: 52,
      settings: { content: 'user', versioning: true, storageGb: 200, readThousands: 2000, writeThousands: 100 },
    })
    .add('cloudwatch-alarm', 'Servers unhealthy', {
      in: 'Region',
      x: 760,
      y: 544,
      settings: { metric: 'unhealthy-hosts', threshold: 1 },
    })
    .add('cloudwatch-alarm', 'Busy', { in: 'Region', x: 540, y: 544, settings: { metric: 'cpu', threshold: 80 } })
    .add('sns-topic', 'On-call', { in: 'Region', x: 760, y: 660, settings: { publishesMillions: 0 } });

/** The same site, built to stay up: two zones, no state on the web servers, a standby for whatever holds data. */
export const highPowerWordpress = (): Design =>
  drawSite()
    .connect('Readers', 'www.example.com')
    .connect('Readers', 'CDN', 'traffic', { protocol: 'https' })
    .connect('www.example.com', 'CDN')
    .connect('CDN', 'Load balancer')
    .connect('CDN', 'Media library')
    .connect('Load balancer', 'WordPress servers')
    .connect('WordPress servers', 'Session cache', 'session')
    .connect('WordPress servers', 'WordPress database', 'data')
    .connect('WordPress servers', 'Media library', 'data')
    .connect('Office', 'Bastion host', 'admin')
    .connect('Bastion host', 'WordPress servers', 'admin')
    .connect('Servers unhealthy', 'Load balancer')
    .connect('Servers unhealthy', 'On-call')
    .connect('Busy', 'WordPress servers')
    .connect('Busy', 'Session cache')
    .connect('Busy', 'WordPress database')
    .connect('Busy', 'On-call')
    .settings({ monthlyBudget: 1500 })
    .tagAll({ CostCenter: 'publishing', Owner: 'web team' })
    .tag({ Owner: 'data team' }, 'Database tier')
    .finish();
