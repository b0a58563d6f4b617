import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import type { ClientSettings } from './deploy-stack';

/** What the services themselves say of what a stack made. All ids are physical ones. */
/** Tags by the physical id of what has them. */
export type TagsById = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface Account {
  /** Of VPCs, databases and fleets. */
  readonly tags: TagsById;
  readonly subnets: ReadonlyMap<string, { readonly zone: string; readonly cidr: string }>;
  /** Route table → where its default route goes. */
  readonly routes: ReadonlyMap<string, DefaultRoute>;
  /** Security group → what it lets in, as `tcp 443-443 from sg-…` or `… from 0.0.0.0/0`, sorted. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly databases: ReadonlyMap<string, Database>;
  readonly balancers: ReadonlyMap<string, { readonly zones: readonly string[]; readonly scheme: string }>;
  readonly fleets: ReadonlyMap<
    string,
    { readonly min: number; readonly max: number; readonly zones: readonly string[] }
  >;
}

export type DefaultRoute =
  | { readonly kind: 'internet-gateway' }
  | { readonly kind: 'nat-gateway'; readonly gateway: string }
  | { readonly kind: 'none' };

export interface Database {
  readonly multiAz: boolean;
  readonly engine: string;
  readonly isPublic: boolean;
  readonly zones: readonly string[];
}

const describeRule = (protocol: string, from: number, to: number, source: string): string =>
  `${protocol} ${from}-${to} from ${source}`;

async function readGroups(ec2: EC2Client): Promise<Account['groups']> {
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  return new Map(
    SecurityGroups.map(({ GroupId = '', IpPermissions = [] }) => [
      GroupId,
      IpPermissions.flatMap(({ IpProtocol = '', FromPort = -1, ToPort = -1, IpRanges = [], UserIdGroupPairs = [] }) =>
        [...IpRanges.map(({ CidrIp = '' }) => CidrIp), ...UserIdGroupPairs.map((pair) => pair.GroupId ?? '')].map(
          (source) => describeRule(IpProtocol, FromPort, ToPort, source),
        ),
      ).sort(),
    ]),
  );
}

async function readSubnets(ec2: EC2Client): Promise<Account['subnets']> {
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  return new Map(
    Subnets.map(({ SubnetId = '', AvailabilityZone = '', CidrBlock = '' }) => [
      SubnetId,
      { zone: AvailabilityZone, cidr: CidrBlock },
    ]),
  );
}

async function readRoutes(ec2: EC2Client): Promise<Account['routes']> {
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({}));
  return new Map(
    RouteTables.map(({ RouteTableId = '', Routes = [] }): [string, DefaultRoute] => {
      const route = Routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === '0.0.0.0/0');
      if (route?.NatGatewayId) return [RouteTableId, { kind: 'nat-gateway', gateway: route.NatGatewayId }];
      return [RouteTableId, { kind: route?.GatewayId?.startsWith('igw-') ? 'internet-gateway' : 'none' }];
    }),
  );
}

async function readDatabases(rds: RDSClient): Promise<Account['databases']> {
  const { DBInstances = [] } = await rds.send(new DescribeDBInstancesCommand({}));
  return new Map(
    DBInstances.map((database) => [
      database.DBInstanceIdentifier ?? '',
      {
        multiAz: database.MultiAZ ?? false,
        engine: database.Engine ?? '',
        isPublic: database.PubliclyAccessible ?? false,
        zones: (database.DBSubnetGroup?.Subnets ?? [])
          .map((subnet) => subnet.SubnetAvailabilityZone?.Name ?? '')
          .sort(),
      },
    ]),
  );
}

async function readBalancers(elb: ElasticLoadBalancingV2Client): Promise<Account['balancers']> {
  const { LoadBalancers = [] } = await elb.send(new DescribeLoadBalancersCommand({}));
  return new Map(
    LoadBalancers.map(({ LoadBalancerArn = '', AvailabilityZones = [], Scheme = '' }) => [
      LoadBalancerArn,
      { zones: AvailabilityZones.map(({ ZoneName = '' }) => ZoneName).sort(), scheme: Scheme },
    ]),
  );
}

async function readFleets(client: AutoScalingClient): Promise<Account['fleets']> {
  const { AutoScalingGroups = [] } = await client.send(new DescribeAutoScalingGroupsCommand({}));
  return new Map(
    AutoScalingGroups.map((group) => [
      group.AutoScalingGroupName ?? '',
      { min: group.MinSize ?? -1, max: group.MaxSize ?? -1, zones: [...(group.AvailabilityZones ?? [])].sort() },
    ]),
  );
}

interface ReadTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
const recordOf = (tags: readonly ReadTag[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));

async function readTags(settings: ClientSettings): Promise<TagsById> {
  const { Vpcs = [] } = await new EC2Client(settings).send(new DescribeVpcsCommand({}));
  const { DBInstances = [] } = await new RDSClient(settings).send(new DescribeDBInstancesCommand({}));
  const { AutoScalingGroups = [] } = await new AutoScalingClient(settings).send(
    new DescribeAutoScalingGroupsCommand({}),
  );
  return new Map([
    ...Vpcs.map(({ VpcId = '', Tags }) => [VpcId, recordOf(Tags)] as const),
    ...DBInstances.map(({ DBInstanceIdentifier = '', TagList }) => [DBInstanceIdentifier, recordOf(TagList)] as const),
    ...AutoScalingGroups.map(({ AutoScalingGroupName = '', Tags }) => [AutoScalingGroupName, recordOf(Tags)] as const),
  ]);
}

/** Reads the whole account through the services' own APIs. */
export async function readAccount(settings: ClientSettings): Promise<Account> {
  const ec2 = new EC2Client(settings);
  return {
    tags: await readTags(settings),
    subnets: await readSubnets(ec2),
    routes: await readRoutes(ec2),
    groups: await readGroups(ec2),
    databases: await readDatabases(new RDSClient(settings)),
    balancers: await readBalancers(new ElasticLoadBalancingV2Client(settings)),
    fleets: await readFleets(new AutoScalingClient(settings)),
  };
}
