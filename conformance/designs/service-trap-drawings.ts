import type { Design } from '../../shared/model/design';
import { buildDesign } from '../../shared/testing/builder';
import { inTier, machine, network, oneZone, type Trap } from './trap-drawings';

/** Two subnets of one zone, from which something that takes one a zone would be given both. */
const bothOfOneZone = { parent: 'vpc', subnets: ['database-a', 'cache-a'] };

/** A distribution before a bucket of Frankfurt, behind a web ACL of some Region. */
const guardedBucket = (code: string): Design => {
  const home = code === 'eu-central-1' ? 'region' : 'other';
  const builder = buildDesign('Edge').add('region', 'region', { settings: { code: 'eu-central-1' } });
  if (home === 'other') builder.add('other', 'region', { settings: { code } });
  return builder
    .add('guard', 'waf-web-acl', { parent: home })
    .add('pictures', 's3-bucket', { parent: 'region' })
    .add('cdn', 'cloudfront')
    .connect('traffic', 'cdn', 'pictures')
    .connect('uses', 'cdn', 'guard')
    .build();
};

/** The same faults where newer kinds of service can lead to them. */
export const SERVICE_TRAPS: Readonly<Record<string, Trap>> = {
  '01 public machine and tasks without waiting for the internet gateway': {
    design: () =>
      network()
        .add('machine', 'ec2-instance', { parent: 'web-a' })
        .add('shop', 'ecs-service', inTier('web', { publicIp: true }))
        .build(),
    shows: /"AssignPublicIp":"ENABLED"/,
  },
  '03 tasks start before their way to the image': {
    design: () => network().add('shop', 'ecs-service', inTier('app')).build(),
    shows: /ECS::Service/,
  },
  '05 Aurora and caches in two subnets of one zone': {
    design: () =>
      oneZone()
        .add('db', 'aurora-cluster', bothOfOneZone)
        .add('cache', 'elasticache-redis', bothOfOneZone)
        .add('memory', 'elasticache-memcached', bothOfOneZone)
        .build(),
    shows: /RDS::DBCluster"/,
  },
  '07 what takes one subnet a zone, drawn in two of one': {
    design: () =>
      oneZone()
        .add('nlb', 'network-load-balancer', { ...bothOfOneZone, settings: { scheme: 'internal' } })
        .add('files', 'efs', bothOfOneZone)
        .add('queues', 'interface-endpoint', { ...bothOfOneZone, settings: { service: 'sqs' } })
        .build(),
    shows: /EFS::MountTarget[\s\S]*EC2::VPCEndpoint|EC2::VPCEndpoint[\s\S]*EFS::MountTarget/,
  },
  '08 and 09 tasks that call each other and themselves': {
    design: () =>
      network()
        .add('one', 'ecs-service', inTier('app'))
        .add('two', 'ecs-service', inTier('app'))
        .connect('traffic', 'one', 'two')
        .connect('traffic', 'two', 'one')
        .connect('traffic', 'one', 'one')
        .build(),
    shows: /SecurityGroupIngress/,
  },
  '17 a secret in plain text': {
    design: () =>
      network()
        .add('token', 'secret', { parent: 'region' })
        .add('resize', 'lambda-function', { parent: 'region' })
        .connect('data', 'resize', 'token')
        .build(),
    shows: /GenerateSecretString/,
  },
  '26 functions and tasks of another architecture': {
    design: () =>
      network()
        .add('shop', 'ecs-service', inTier('app', { architecture: 'arm64' }))
        .add('resize', 'lambda-function', { parent: 'region', settings: { architecture: 'arm64' } })
        .build(),
    shows: /"CpuArchitecture":"ARM64"/,
  },
  '30 variables that a shell or a template would fill in': {
    design: () => {
      const environment = ['PLACE=$', '{HOME}/$', '{AWS::Region}/{{resolve:ssm:x}}'].join('');
      return network()
        .add('machine', 'ec2-instance', machine('a', { environment }))
        .add('shop', 'ecs-service', inTier('app', { environment }))
        .add('resize', 'lambda-function', { parent: 'region', settings: { environment } })
        .build();
    },
    shows: /AWS::Region/,
  },
  '32 data of every kind that goes with its stack': {
    design: () =>
      network()
        .add('files', 'efs', inTier('database'))
        .add('table', 'dynamodb-table', { parent: 'region' })
        .add('key', 'kms-key', { parent: 'region' })
        .add('token', 'secret', { parent: 'region' })
        .add('zone', 'route53-zone', { settings: { domain: 'shop.example' } })
        .add('db', 'aurora-cluster', inTier('database'))
        .build(),
    shows: /SecretsManager::Secret","DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"/,
  },
  '34 a target group by its name': {
    design: () =>
      network()
        .add('alb', 'application-load-balancer', inTier('web'))
        .add('fleet', 'auto-scaling-group', inTier('app'))
        .add('shop', 'ecs-service', inTier('app'))
        .connect('traffic', 'alb', 'fleet')
        .connect('traffic', 'alb', 'shop', { label: '/shop' })
        .build(),
    shows: /"TargetGroupARNs":\[\{"Ref":/,
  },
  '35 TLS of a network load balancer without a certificate': {
    design: () =>
      network()
        .add('nlb', 'network-load-balancer', inTier('web', { protocol: 'tls', port: 443 }))
        .add('fleet', 'auto-scaling-group', inTier('app'))
        .connect('traffic', 'nlb', 'fleet')
        .build(),
    shows: /"CertificateArn":\{"Ref":"NlbCertificateArn"\}/,
  },
  '36 and 50 tasks behind a network load balancer': {
    design: () =>
      network()
        .add('nlb', 'network-load-balancer', inTier('web'))
        .add('shop', 'ecs-service', inTier('app'))
        .connect('traffic', 'nlb', 'shop')
        .build(),
    shows: /ECS::Service/,
  },
  '51 sizes of tasks that Fargate does not sell': {
    design: () =>
      network()
        .add('small', 'ecs-service', inTier('app', { cpu: '256', memoryMb: 120_000 }))
        .add('large', 'ecs-service', inTier('app', { cpu: '4096', memoryMb: 512 }))
        .build(),
    shows: /"Cpu":"256","Memory":"2048"/,
  },
  '52 web ACL of a distribution outside us-east-1': {
    design: () => guardedBucket('eu-central-1'),
    shows: /"WebACLId":\{"Ref":"CdnWebAclArn"\}/,
  },
  '52 web ACL in us-east-1, its distribution with another stack': {
    design: () => guardedBucket('us-east-1'),
    shows: /"WebACLId":\{"Ref":"CdnWebAclArn"\}[\s\S]*"Scope":"CLOUDFRONT"/,
  },
  '52 web ACL before a load balancer and a distribution': {
    design: () =>
      network()
        .add('guard', 'waf-web-acl', { parent: 'region' })
        .add('cdn', 'cloudfront')
        .add('alb', 'application-load-balancer', inTier('web'))
        .add('fleet', 'auto-scaling-group', inTier('app'))
        .connect('traffic', 'alb', 'fleet')
        .connect('traffic', 'cdn', 'alb')
        .connect('uses', 'cdn', 'guard')
        .connect('uses', 'alb', 'guard')
        .build(),
    shows: /"Scope":"REGIONAL"/,
  },
};

/** Faults that no drawing leads to, whatever is drawn: why, and who would see an exporter that made them. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  33: 'attributes are written by emitters, never typed; check-template knows every attribute of every type',
  39: 'properties are written by emitters; check-template refuses one that the type does not have',
  40: 'settings have defaults, so nothing required is ever empty; check-template refuses what lacks a property',
  43: 'a large template is exported whole, with a note and with commands that go through a bucket: below',
};
