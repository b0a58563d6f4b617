import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';

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
