import type { Design } from '../../shared/model/design';
import type { DesignBuilder } from '../../shared/testing/builder';
import { buildNetwork } from '../../shared/testing/builder';
import type { JsonObject } from '../../shared/util/json';
import { severalOf } from './large-design';
import { highPowerSite } from './network-designs';
import { auditedSite } from './site-designs';

/** Two zones with three tiers, a way out for the middle one. */
export const network = (): DesignBuilder =>
  buildNetwork(['a', 'b'], { web: 'public', app: 'private', database: 'isolated' }).add('nat', 'nat-gateway', {
    parent: 'web-a',
  });
export const inTier = (tier: string, settings: JsonObject = {}, zones = ['a', 'b']) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: zones.map((zone) => `${tier}-${zone}`),
  settings,
});
/** Two tiers in one zone: two subnets of the same zone. */
export const oneZone = (): DesignBuilder =>
  buildNetwork(['a'], { web: 'public', app: 'public', database: 'isolated', cache: 'isolated' });
export const machine = (zone: string, settings: JsonObject = {}) => ({
  parent: `app-${zone}`,
  tier: 'tier-app',
  settings,
});

export interface Trap {
  readonly design: () => Design;
  /** What must stand in the template, so that the trap is really there to fall into. */
  readonly shows: RegExp;
  /** The export cannot be sound: a finding or a note must say so beforehand. */
  readonly isRefused?: true;
}

/** For each fault that only shows when a stack is deployed, and each other that a drawing can lead to: such a drawing. */
export const TRAPS: Readonly<Record<string, Trap>> = {
  '01 Elastic IP without waiting for the internet gateway': { design: () => network().build(), shows: /EC2::EIP/ },
  '02 internet route without waiting for the attachment': { design: () => network().build(), shows: /"GatewayId"/ },
  '03 fleet boots before its way out': {
    design: () => network().add('fleet', 'auto-scaling-group', inTier('app')).build(),
    shows: /AutoScaling::AutoScalingGroup/,
  },
  '04 database in one subnet': {
    design: () =>
      network()
        .add('db', 'rds-instance', inTier('database', {}, ['a']))
        .build(),
    shows: /DBSubnetGroup/,
  },
  '05 database in two subnets of one zone': {
    design: () =>
      oneZone()
        .add('db', 'rds-instance', { ...inTier('database', {}, ['a']), subnets: ['database-a', 'cache-a'] })
        .build(),
    shows: /DBSubnetGroup/,
  },
  '06 load balancer in one subnet': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', inTier('web', {}, ['a']))
        .build(),
    shows: /LoadBalancingV2::LoadBalancer/,
  },
  '07 load balancer in two subnets of one zone': {
    design: () =>
      oneZone()
        .add('alb', 'application-load-balancer', { ...inTier('web', {}, ['a']), subnets: ['web-a', 'app-a'] })
        .build(),
    shows: /LoadBalancingV2::LoadBalancer/,
  },
  '08 security groups that name each other': {
    design: () =>
      network()
        .add('one', 'ec2-instance', machine('a'))
        .add('two', 'ec2-instance', machine('b'))
        .connect('traffic', 'one', 'two')
        .connect('traffic', 'two', 'one')
        .build(),
    shows: /SecurityGroupIngress/,
  },
  '09 a group that lets in itself': {
    design: () =>
      network().add('fleet', 'auto-scaling-group', inTier('app')).connect('traffic', 'fleet', 'fleet').build(),
    shows: /EC2::SecurityGroup"/,
  },
  '10 and 11 launch template by $Latest, or by no version': {
    design: () => network().add('fleet', 'auto-scaling-group', inTier('app')).build(),
    shows: /"Version":\{"Fn::GetAtt":\["FleetLaunchTemplate","LatestVersionNumber"\]\}/,
  },
  '12 and 13 long names of load balancers': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', { ...inTier('web'), name: `${'long_name '.repeat(8)}–` })
        .add('fleet', 'auto-scaling-group', { ...inTier('app'), name: 'a_b'.repeat(30) })
        .connect('traffic', 'alb', 'fleet')
        .build(),
    shows: /TargetGroup/,
  },
  '14 subnet outside of its VPC': {
    design: () => {
      const design = network().build();
      const subnet = design.elements.get('app-a');
      if (!subnet) throw new Error('No subnet');
      const moved = { ...subnet, settings: { ...subnet.settings, cidr: '192.168.0.0/24' } };
      return { ...design, elements: new Map(design.elements).set('app-a', moved) };
    },
    shows: /EC2::Subnet/,
  },
  '15 and 49 overlapping subnets, bits set beyond the prefix': {
    design: () => {
      const design = network().build();
      const patch = (id: string, cidr: string): [string, NonNullable<ReturnType<typeof design.elements.get>>] => {
        const subnet = design.elements.get(id);
        if (!subnet) throw new Error('No subnet');
        return [id, { ...subnet, settings: { ...subnet.settings, cidr } }];
      };
      const elements = new Map([...design.elements, patch('app-a', '10.0.7.0/24'), patch('app-b', '10.0.7.128/25')]);
      return { ...design, elements: new Map([...elements, patch('web-b', '10.0.9.77/24')]) };
    },
    shows: /EC2::Subnet/,
  },
  '16 to 18 passwords and user names': {
    design: () =>
      network()
        .add('pg', 'rds-instance', inTier('database', { engine: 'postgres' }))
        .add('my', 'rds-instance', inTier('database', { engine: 'mysql' }))
        .add('aurora', 'aurora-cluster', inTier('database'))
        .build(),
    shows: /ManageMasterUserPassword/,
  },
  '19 Multi-AZ tied to a zone': {
    design: () =>
      network()
        .add('db', 'rds-instance', inTier('database', { multiAz: true }))
        .build(),
    shows: /"MultiAZ":true/,
  },
  '20, 21 and 45 engine and class': {
    design: () =>
      network()
        .add('db', 'rds-instance', inTier('database', { engine: 'mariadb' }))
        .build(),
    shows: /"Engine":"mariadb"/,
  },
  '22 fail-over with one node': {
    design: () =>
      network()
        .add('cache', 'elasticache-redis', inTier('database', { replicas: 0, automaticFailover: true, multiAz: true }))
        .build(),
    shows: /ReplicationGroup/,
  },
  '23 more at least than at most': {
    design: () =>
      network()
        .add('fleet', 'auto-scaling-group', inTier('app', { min: 5, max: 2 }))
        .build(),
    shows: /AutoScalingGroup/,
  },
  '24, 31, 37, 38 and 41 names that a service refuses': {
    design: () =>
      network()
        .add('my-bucket', 's3-bucket', { parent: 'region', name: 'aws:Big Bucket – Größe' })
        .add('my-machine', 'ec2-instance', { ...machine('a'), name: 'Name – “quoted”' })
        .build(),
    shows: /S3::Bucket/,
  },
  '25 bucket with an access list': {
    design: () =>
      network()
        .add('open', 's3-bucket', { parent: 'region', settings: { blockPublicAccess: false } })
        .build(),
    shows: /BucketOwnerEnforced/,
  },
  '26 image of another architecture': {
    design: () =>
      network()
        .add('arm', 'ec2-instance', machine('a', { instanceType: 'm7g.large' }))
        .add('x86', 'ec2-instance', machine('b', { instanceType: 'm7i.large' }))
        .build(),
    shows: /ImageArm64[\s\S]*ImageX8664/,
  },
  '27 to 29 zones and images by position': {
    design: () => buildNetwork(['a', 'b', 'c'], { app: 'public' }).add('m', 'ec2-instance', machine('c')).build(),
    shows: /"Fn::Select":\[2,\{"Fn::GetAZs":""\}\]/,
  },
  '30 what a shell would fill in': {
    design: () =>
      network()
        .add('machine', 'ec2-instance', { ...machine('a'), name: ['$', '{HOME} !Ref Vpc'].join('') })
        .build(),
    shows: /HOME/,
  },
  '32 data that goes with its stack': {
    design: () => network().add('db', 'rds-instance', inTier('database')).build(),
    shows: /"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"/,
  },
  '35 HTTPS without a certificate': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', inTier('web', { listener: 'https' }))
        .add('fleet', 'auto-scaling-group', inTier('app'))
        .connect('traffic', 'alb', 'fleet')
        .build(),
    shows: /"CertificateArn":\{"Ref":"AlbCertificateArn"\}/,
  },
  '36 a network load balancer that speaks HTTP': {
    design: () =>
      network()
        .add('nlb', 'network-load-balancer', inTier('web', { port: 80 }))
        .add('fleet', 'auto-scaling-group', inTier('app'))
        .connect('traffic', 'nlb', 'fleet')
        .build(),
    shows: /"Protocol":"TCP"/,
  },
  '42 more than 500 resources': {
    design: () => severalOf(highPowerSite(), 8),
    shows: /CloudFormation::Stack/,
  },
  '44 two NAT gateways': {
    design: () => network().add('nat-b', 'nat-gateway', { parent: 'web-b' }).build(),
    shows: /NatB/,
  },
  '46 checks of a load balancer that is not there': {
    design: () =>
      network()
        .add('fleet', 'auto-scaling-group', inTier('app', { healthCheck: 'elb' }))
        .build(),
    shows: /"HealthCheckType":"EC2"/,
  },
  '47 public load balancer without a way in': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', inTier('database', { scheme: 'internet-facing' }))
        .build(),
    shows: /internet-facing/,
    isRefused: true,
  },
  '48 ports backwards': {
    design: () =>
      network()
        .add(
          'machine',
          'ec2-instance',
          machine('a', { extraIngress: [{ protocol: 'tcp', fromPort: 443, toPort: 80, cidr: '10.0.0.0/8' }] }),
        )
        .build(),
    shows: /"FromPort":80,"ToPort":443/,
  },
  'trail before the policy of its bucket': { design: auditedSite, shows: /CloudTrail::Trail","DependsOn"/ },
  'VPN routes without waiting for the attachment': {
    design: () =>
      network()
        .add('site', 'vpn-connection', {
          parent: 'vpc',
          settings: { routing: 'static', gatewayAddress: '203.0.113.9' },
        })
        .build(),
    shows: /VPNGatewayRoutePropagation","DependsOn"/,
  },
  '50 containers before their listener': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', inTier('web'))
        .add('shop', 'ecs-service', inTier('app'))
        .connect('traffic', 'alb', 'shop')
        .build(),
    shows: /ECS::Service/,
  },
};
