import type { Design } from '../../shared/model/design';
import { buildDesign, buildNetwork } from '../../shared/testing/builder';

const inTier = (tier: string, settings = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: [`${tier}-a`, `${tier}-b`],
  settings,
});

/** A VPC joined to a head office by two customer gateways, to a branch by one without BGP, and to a partner that is down. */
export const joinedSite = (): Design =>
  buildNetwork(['a', 'b'], { web: 'public', app: 'private', database: 'isolated' })
    .add('nat', 'nat-gateway', { parent: 'web-a' })
    .add('staff', 'office')
    .add('head-office', 'vpn-connection', { parent: 'vpc', settings: { customerGateways: 'two', asn: 64_620 } })
    .add('branch', 'vpn-connection', {
      parent: 'vpc',
      settings: {
        onPremisesCidr: '172.20.0.0/14',
        routing: 'static',
        gatewayAddress: '203.0.113.9',
        activeTunnels: 'one',
      },
    })
    .add('partner', 'vpn-connection', {
      parent: 'vpc',
      settings: {
        onPremisesCidr: '198.18.0.0/15',
        routing: 'static',
        customerGateways: 'two',
        gatewayAddress: '203.0.113.20',
        secondGatewayAddress: '203.0.113.21',
      },
    })
    .add('front', 'application-load-balancer', inTier('app', { scheme: 'internal', listener: 'http' }))
    .add('app', 'auto-scaling-group', inTier('app'))
    .add('batch', 'ec2-instance', { parent: 'database-a', tier: 'tier-database', settings: { role: 'worker' } })
    .add('db', 'rds-instance', inTier('database', { multiAz: true }))
    .connect('traffic', 'staff', 'head-office', { gbPerMonth: 200 })
    .connect('traffic', 'head-office', 'front')
    .connect('admin', 'head-office', 'app')
    .connect('data', 'branch', 'db')
    .connect('failover', 'head-office', 'branch')
    .connect('traffic', 'front', 'app')
    .connect('data', 'app', 'db')
    .connect('traffic', 'app', 'partner', { port: 8443 })
    .connect('data', 'batch', 'head-office', { port: 1521 })
    .build();

/** Two trails: one signed and encrypted for all Regions, one of its own Region that is copied to CloudWatch. */
export const auditedSite = (): Design =>
  buildDesign()
    .add('region', 'region', { settings: { code: 'eu-central-1' } })
    .add('key', 'kms-key', { parent: 'region' })
    .add('records', 's3-bucket', { parent: 'region', settings: { content: 'logs', expireDays: 365, versioning: true } })
    .add('sealed', 's3-bucket', { parent: 'region', settings: { content: 'logs', expireDays: 90 } })
    .add('trail', 'cloudtrail', { parent: 'region' })
    .add('local', 'cloudtrail', {
      parent: 'region',
      settings: { allRegions: false, validation: false, logRetention: '90', logGb: 2 },
    })
    .connect('logs', 'trail', 'records')
    .connect('uses', 'trail', 'key')
    .connect('logs', 'local', 'sealed')
    .connect('uses', 'sealed', 'key')
    .build();
