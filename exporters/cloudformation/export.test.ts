import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design';
import { buildDesign, buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { exportCloudFormation } from './export';

interface Exported {
  readonly resources: JsonObject;
  readonly messages: readonly string[];
  /** Properties of a resource by logical id. */
  properties(id: string): JsonObject;
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

function exported(design: Design): Exported {
  const { files, notes } = exportCloudFormation(resolve(design), { format: 'json' });
  const template: Json = JSON.parse(files[0]?.text ?? '{}');
  const resources = objectOf(objectOf(template).Resources);
  return {
    resources,
    messages: notes.map(({ kind, message }) => `${kind}: ${message}`),
    properties: (id) => objectOf(objectOf(resources[id]).Properties),
  };
}

const dependsOn = (id: string, { resources }: Exported): Json => objectOf(resources[id]).DependsOn ?? [];

const site = (zones: readonly string[] = ['a', 'b']) =>
  buildNetwork(zones, { web: 'public', app: 'private', database: 'isolated' });

const spanning = (...subnets: readonly string[]) => ({ parent: 'vpc', subnets });

describe('routes', () => {
  it('lead through the NAT gateway of the zone, else through another', () => {
    const both = exported(
      site().add('nat-a', 'nat-gateway', { parent: 'web-a' }).add('nat-b', 'nat-gateway', { parent: 'web-b' }).build(),
    );
    expect(both.properties('AppARouteTableAssociation').RouteTableId).toEqual({ Ref: 'NatARouteTable' });
    expect(both.properties('AppBRouteTableAssociation').RouteTableId).toEqual({ Ref: 'NatBRouteTable' });
    const one = exported(site().add('nat-a', 'nat-gateway', { parent: 'web-a' }).build());
    expect(one.properties('AppBRouteTableAssociation').RouteTableId).toEqual({ Ref: 'NatARouteTable' });
  });

  it('leave isolated subnets without a way out', () => {
    const result = exported(site().build());
    expect(result.properties('DatabaseARouteTableAssociation').RouteTableId).toEqual({ Ref: 'VpcRouteTable' });
    expect(result.resources).not.toHaveProperty('VpcDefaultRoute');
  });

  it('exist before a fleet boots', () => {
    const result = exported(
      site()
        .add('nat-a', 'nat-gateway', { parent: 'web-a' })
        .add('fleet', 'auto-scaling-group', spanning('app-a', 'app-b'))
        .build(),
    );
    expect(dependsOn('Fleet', result)).toEqual([
      'AppARouteTableAssociation',
      'AppBRouteTableAssociation',
      'NatADefaultRoute',
    ]);
  });
});

describe('one Availability Zone', () => {
  it('gets a spare subnet beside it for a database, which stays in its own zone', () => {
    const result = exported(site(['a']).add('db', 'rds-instance', spanning('database-a')).build());
    expect(result.properties('DbSubnetGroup').SubnetIds).toEqual([
      { Ref: 'DatabaseA' },
      { Ref: 'VpcSpareIsolatedSubnetB' },
    ]);
    expect(result.properties('Db').AvailabilityZone).toEqual({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] });
    expect(result.messages.join()).toContain('spare subnet');
  });

  it('is not named for a Multi-AZ database', () => {
    const design = site().add('db', 'rds-instance', {
      ...spanning('database-a', 'database-b'),
      settings: { multiAz: true },
    });
    expect(exported(design.build()).properties('Db')).not.toHaveProperty('AvailabilityZone');
  });
});

describe('security groups', () => {
  const drawn = (): Exported =>
    exported(
      site()
        .add('users', 'users')
        .add('office', 'office', { settings: { cidr: '198.51.100.0/24' } })
        .add('alb', 'application-load-balancer', spanning('web-a', 'web-b'))
        .add('app', 'auto-scaling-group', spanning('app-a', 'app-b'))
        .add('bastion', 'bastion-host', { parent: 'web-a' })
        .add('db', 'rds-instance', spanning('database-a', 'database-b'))
        .connect('traffic', 'users', 'alb')
        .connect('traffic', 'alb', 'app')
        .connect('data', 'app', 'db')
        .connect('admin', 'office', 'bastion')
        .build(),
    );

  it('let in what is drawn, from groups where the source has one', () => {
    const result = drawn();
    const ingress = Object.keys(result.resources).filter(
      (id) => objectOf(result.resources[id]).Type === 'AWS::EC2::SecurityGroupIngress',
    );
    expect(ingress.sort()).toEqual([
      'AlbFromAnywherePort80',
      'AppFromAlb8080',
      'BastionFrom198x51x100x0x24Port22',
      'DbFromApp3306',
    ]);
    expect(result.properties('DbFromApp3306')).toMatchObject({
      FromPort: 3306,
      ToPort: 3306,
      SourceSecurityGroupId: { 'Fn::GetAtt': ['AppSecurityGroup', 'GroupId'] },
    });
  });

  it('let out of a database nothing at all', () => {
    expect(drawn().properties('DbSecurityGroup').SecurityGroupEgress).toMatchObject([{ CidrIp: '127.0.0.1/32' }]);
  });

  it('open what a DNS zone points at to those who ask it', () => {
    const result = exported(
      site()
        .add('users', 'users')
        .add('zone', 'route53-zone')
        .add('alb', 'application-load-balancer', spanning('web-a', 'web-b'))
        .connect('traffic', 'users', 'zone')
        .connect('dns', 'zone', 'alb')
        .build(),
    );
    expect(result.properties('AlbFromAnywherePort80').CidrIp).toBe('0.0.0.0/0');
  });
});

describe('permissions', () => {
  it('name the one bucket and the drawn direction', () => {
    const result = exported(
      site()
        .add('bucket', 's3-bucket', { parent: 'region' })
        .add('other', 's3-bucket', { parent: 'region' })
        .add('server', 'ec2-instance', { parent: 'app-a' })
        .connect('data', 'server', 'bucket', { access: 'read' })
        .build(),
    );
    expect(result.properties('ServerPolicy').PolicyDocument).toMatchObject({
      Statement: [
        { Action: ['s3:GetObject'], Resource: { 'Fn::Sub': `\${Bucket.Arn}/*` } },
        { Action: ['s3:ListBucket'], Resource: { 'Fn::GetAtt': ['Bucket', 'Arn'] } },
      ],
    });
  });

  it('are none where nothing is drawn', () => {
    expect(exported(site().add('server', 'ec2-instance', { parent: 'app-a' }).build()).resources).not.toHaveProperty(
      'ServerPolicy',
    );
  });
});

describe('names', () => {
  const design = (name: string): Design =>
    site()
      .add('db', 'rds-instance', { ...spanning('database-a', 'database-b'), name })
      .build();

  it('change no logical id', () => {
    const [before, after] = ['Orders', 'Invoices'].map((name) => exported(design(name)));
    expect(Object.keys(after?.resources ?? {})).toEqual(Object.keys(before?.resources ?? { none: 0 }));
  });

  it('stand in the tags', () => {
    expect(exported(design('Orders')).properties('Db').Tags).toEqual([{ Key: 'Name', Value: 'Orders' }]);
  });
});

describe('what cannot be exported', () => {
  it('is listed, never dropped silently', () => {
    const result = exported(
      site()
        .add('lost', 's3-bucket')
        .add('nowhere', 'rds-instance', { parent: 'vpc' })
        .add('strange', 'quantum-computer', { parent: 'region', name: 'Qubits' })
        .add('igw-two', 'internet-gateway', { parent: 'vpc' })
        .build(),
    );
    expect(result.messages).toEqual([
      'left-out: Internet gateway igw-two is left out: a VPC takes one internet gateway, and another is drawn.',
      'left-out: Amazon S3 bucket lost is left out: it lies in no Region.',
      'left-out: Amazon RDS database nowhere is left out: it lies in no subnet.',
      'left-out: Qubits is left out: this version does not know the kind quantum-computer.',
    ]);
  });

  it('is everything in an empty design', () => {
    expect(exportCloudFormation(resolve(buildDesign().build()), { format: 'yaml' })).toEqual({ files: [], notes: [] });
  });
});

it('writes one template for each Region, and lists connections between them', () => {
  const design = buildDesign()
    .add('near', 'region')
    .add('far', 'region', { settings: { code: 'eu-west-1' } })
    .add('queue', 'sqs-queue', { parent: 'near' })
    .add('topic', 'sns-topic', { parent: 'far' })
    .connect('async', 'topic', 'queue')
    .build();
  const { files, notes } = exportCloudFormation(resolve(design), { format: 'yaml' });
  expect(files.map(({ path }) => path)).toEqual(['template-eu-west-1.yaml', 'template-us-east-1.yaml']);
  expect(notes).toEqual([
    {
      kind: 'left-out',
      subjects: ['topic-async-queue'],
      message: 'topic and queue lie in different Regions; their connection is left out.',
    },
  ]);
});

const queues = (count: number) => {
  const design = buildDesign().add('region', 'region');
  for (let index = 0; index < count; index += 1) design.add(`queue-${index}`, 'sqs-queue', { parent: 'region' });
  return exportCloudFormation(resolve(design.build()), { format: 'yaml' });
};

it('says what to do with a template that is too large to send as it is', () => {
  const { files, notes } = queues(150);
  expect(files).toHaveLength(1);
  expect(notes.map(({ message }) => message).join('\n')).toMatch(/--s3-bucket/);
});

it('refuses in words what no division makes small enough', () => {
  const { notes } = queues(300);
  expect(notes.find(({ kind }) => kind === 'will-not-work')?.message).toMatch(
    /^Messaging has 600 resources; CloudFormation takes 500\. Divide the design/,
  );
});

it('an HTTP API without a route asks for no issuer of tokens: nothing would use it', () => {
  const api = (builder: ReturnType<typeof buildDesign>) =>
    builder.add('region', 'region').add('api', 'api-gateway', { parent: 'region', settings: { authorization: 'jwt' } });
  const authorizers = (design: Design) => Object.keys(exported(design).resources).filter((id) => /Authorizer/.test(id));
  expect(authorizers(api(buildDesign()).build())).toEqual([]);
  const routed = api(buildDesign())
    .add('shop', 'lambda-function', { parent: 'region' })
    .connect('traffic', 'api', 'shop');
  expect(authorizers(routed.build())).toHaveLength(1);
});
