import type { Design } from '../../shared/model/design';
import { startSketch } from './sketch';

/** A shop as it is often found: it works, until a zone, a server or an attacker says otherwise. */
export const threeTierWithFaults = (): Design =>
  startSketch('Three-tier shop with faults')
    .add('users', 'Shoppers', { x: 0, y: 200 })
    .add('office', 'Office', { x: 0, y: 440, settings: { cidr: '203.0.113.0/24' } })
    .add('route53-zone', 'shop.example.com', {
      x: 200,
      y: 128,
      settings: { domain: 'shop.example.com', queriesMillions: 5 },
    })
    .network('eu-west-1', 2, { x: 448, y: 0 })
    .tier('load-balancing', 'Load balancing tier')
    .tier('web', 'Web tier')
    .tier('app', 'App tier')
    .tier('database', 'Database tier', 'public')
    .add('nat-gateway', 'NAT gateway', { in: 'Load balancing a', y: 44, settings: { gbPerMonth: 30 } })
    .add('application-load-balancer', 'Load balancer', {
      in: 'Load balancing tier',
      settings: { stickiness: true, capacityUnits: 1 },
    })
    .add('auto-scaling-group', 'Web servers', {
      in: 'Web tier',
      settings: { instanceType: 't3.small', min: 2, desired: 2, max: 4, sessionStore: 'none', localFiles: 'no' },
    })
    .onlyIn('Web servers', 'Availability Zone a')
    .add('ec2-instance', 'App server 1', {
      in: 'App a',
      y: 44,
      settings: { instanceType: 'm5.large', sessionStore: 'memory', localFiles: 'yes' },
    })
    .add('ec2-instance', 'App server 2', {
      in: 'App a',
      y: 128,
      settings: { instanceType: 'm5.large', sessionStore: 'memory', localFiles: 'yes' },
    })
    .add('rds-instance', 'Orders database', {
      in: 'Database tier',
      settings: {
        instanceClass: 'db.m5.large',
        publiclyAccessible: true,
        databaseName: 'orders',
        extraIngress: [{ protocol: 'tcp', fromPort: 3306, toPort: 3306, cidr: '0.0.0.0/0' }],
      },
    })
    .note(
      'Why it looks fine',
      'Everything answers today. Open the list of problems, then let the app fix what it can: spread the servers over both zones, move the sessions out, take the database off the internet.',
      { in: 'Region', x: 760, y: 172, width: 240, height: 136 },
    )
    .connect('Shoppers', 'shop.example.com')
    .connect('shop.example.com', 'Load balancer')
    .connect('Shoppers', 'Load balancer', 'traffic', { protocol: 'http', gbPerMonth: 200 })
    .connect('Load balancer', 'Web servers')
    .connect('Web servers', 'App server 1', 'traffic', { gbPerMonth: 100 })
    .connect('Web servers', 'App server 2', 'traffic', { gbPerMonth: 100 })
    .connect('App server 1', 'Orders database', 'data')
    .connect('App server 2', 'Orders database', 'data')
    .connect('Office', 'Orders database')
    .finish();
