import { readEnvironment } from '../../../shared/catalog/program-fields';
import { kinds } from '../../../shared/catalog/services';
import { volumeIopsOf, volumeThroughputOf } from '../../../shared/catalog/volume-performance';
import type { Service } from '../../../shared/topology/topology';
import { groupsTo } from '../../cloudformation/targets';
import { architectureOf } from '../../plan/architecture';
import { bootScript, LOG_GROUP, SCRIPT_HEAD } from '../../plan/boot-script';
import { mountsOf } from '../../plan/containers';
import { isOnSpot } from '../../plan/spot';
import type { CdkContext } from '../cdk-context';
import { acknowledge, addTags, create, drawnKey, given, reachNetwork, selectSubnets } from '../cdk-context';
import type { Code, Fields } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { addLogGroup } from '../log-groups';
import { camelOf, pascalOf } from '../names';
import { waitForRoutes } from '../network';
import { addSecurityGroup } from '../security-groups';

interface Volume {
  readonly type: 'gp3' | 'gp2' | 'io2' | 'st1';
  readonly gigabytes: number;
  readonly iops: number | null;
  readonly throughput: number | null;
  /** The data outlives the instance. */
  readonly keep: boolean;
}

/** As in the CloudFormation export: Amazon Linux 2023 images are 8 GB; st1 starts at 125 GB and cannot be booted from. */
const IMAGE_GB = 8;
const SMALLEST_ST1_GB = 125;

function blockDevices(service: Service, volume: Volume, context: CdkContext): Code {
  const kmsKey = drawnKey(service, context);
  const disk = (
    deviceName: string,
    type: string,
    size: number,
    { iops, throughput }: { readonly iops?: number | undefined; readonly throughput?: number | undefined } = {},
  ): Code =>
    object({
      deviceName,
      volume: call(
        ts`ec2.BlockDeviceVolume.ebs`,
        size === volume.gigabytes ? given(service, 'volumeGb', size, context) : size,
        object({
          volumeType: ts`ec2.EbsDeviceVolumeType.${ident(type.toUpperCase())}`,
          encrypted: true,
          deleteOnTermination: !volume.keep,
          kmsKey,
          iops,
          throughput,
        }),
      ),
    });
  const size = Math.max(IMAGE_GB, volume.gigabytes);
  if (volume.type === 'st1')
    return list([
      disk('/dev/xvda', 'gp3', IMAGE_GB),
      disk('/dev/sdf', 'st1', Math.max(SMALLEST_ST1_GB, volume.gigabytes)),
    ]);
  const iops = volumeIopsOf(volume.type, volume.iops, size);
  const throughput = volumeThroughputOf(volume.type, volume.throughput, iops);
  return list([disk('/dev/xvda', volume.type, size, { iops: iops ?? undefined, throughput: throughput ?? undefined })]);
}

const imageFor = (instanceType: string): Code =>
  call(
    ts`ec2.MachineImage.latestAmazonLinux2023`,
    ...(architectureOf(instanceType) === 'arm64' ? [object({ cpuType: ts`ec2.AmazonLinuxCpuType.ARM_64` })] : []),
  );

function addRole(service: Service, context: CdkContext): Code {
  const home = context.moduleOf(service);
  const role = ident(`${camelOf(service.id)}Role`);
  home.add(
    ts`const ${role} = ${construct(ts`iam.Role`, `${pascalOf(service.id)}Role`, {
      assumedBy: call(ts`new iam.ServicePrincipal`, 'ec2.amazonaws.com'),
      managedPolicies: list([call(ts`iam.ManagedPolicy.fromAwsManagedPolicyName`, 'AmazonSSMManagedInstanceCore')]),
    })}`,
  );
  addTags(home, role, service, context);
  return role;
}

interface Program {
  readonly environment: string;
  readonly logRetention: string;
}

/** User data: variables and the agent that sends logs; undefined where neither is asked for. */
function addUserData(service: Service, program: Program, role: Code, context: CdkContext): Code | undefined {
  const keepsLogs = program.logRetention !== 'none';
  const mounts = mountsOf(context.topology.outgoing(service.id), context.stack.has);
  // File systems are mounted in the stack, once both exist.
  const script =
    bootScript(readEnvironment(program.environment), keepsLogs) ?? (mounts.length > 0 ? [SCRIPT_HEAD] : undefined);
  if (!script) return undefined;
  const home = context.moduleOf(service);
  const logs = keepsLogs ? addLogGroup(service, program.logRetention, context) : undefined;
  if (logs) home.add(call(ts`${logs}.grantWrite`, role));
  const parts = script.map((part) => (part === LOG_GROUP ? ts`${logs ?? role}.logGroupName` : part));
  return call(ts`ec2.UserData.custom`, call(ts`cdk.Fn.join`, '', list(parts)));
}

/** What an instance and a launch template have in common. */
function machineProps(
  service: Service,
  instanceType: string,
  volume: Volume,
  program: Program,
  context: CdkContext,
): Fields {
  const securityGroup = addSecurityGroup(service, context);
  const role = addRole(service, context);
  return {
    instanceType: call(ts`new ec2.InstanceType`, given(service, 'instanceType', instanceType, context)),
    machineImage: imageFor(instanceType),
    role,
    userData: addUserData(service, program, role, context),
    securityGroup,
    blockDevices: blockDevices(service, volume, context),
    httpPutResponseHopLimit: 1,
  };
}

const vpcProp = (service: Service, context: CdkContext): Code => {
  const { vpc } = service;
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  return ts`${reachNetwork(context.moduleOf(service), vpc, context)}.vpc`;
};

function writeMachine(
  service: Service,
  machine: {
    readonly instanceType: string;
    readonly volume: Volume;
    readonly publicIp: boolean;
    readonly requireTokens: boolean;
    readonly program: Program;
  },
  context: CdkContext,
): void {
  const home = context.moduleOf(service);
  const subnets = context.subnets.perZone(service).slice(0, 1);
  const isReachable = subnets.some(({ route }) => route === 'internet-gateway');
  const member = create(
    service,
    ts`ec2.Instance`,
    {
      vpc: vpcProp(service, context),
      vpcSubnets: selectSubnets(home, subnets, context),
      ...machineProps(service, machine.instanceType, machine.volume, machine.program, context),
      httpTokens: ts`ec2.HttpTokens.${ident(machine.requireTokens ? 'REQUIRED' : 'OPTIONAL')}`,
      propagateTagsToVolumeOnCreation: true,
      // CDK takes the setting in public subnets only.
      associatePublicIpAddress: isReachable ? machine.publicIp : undefined,
    },
    context,
  );
  waitForRoutes(member, home, subnets, context);
}

export function ec2Instance(service: Service, context: CdkContext): void {
  const settings = kinds['ec2-instance'].read(service.element.settings);
  const volume = {
    type: settings.volumeType,
    gigabytes: settings.volumeGb,
    iops: settings.volumeIops,
    // CloudFormation has no such property for the volume of an instance.
    throughput: null,
    keep: service.traits.stateful,
  };
  const { instanceType, publicIp, requireTokens } = settings;
  writeMachine(service, { instanceType, volume, publicIp, requireTokens, program: settings }, context);
}

export function bastionHost(service: Service, context: CdkContext): void {
  const { instanceType, volumeGb } = kinds['bastion-host'].read(service.element.settings);
  const volume = { type: 'gp3', gigabytes: volumeGb, iops: null, throughput: null, keep: false } as const;
  const program = { environment: '', logRetention: 'none' } as const;
  writeMachine(service, { instanceType, volume, publicIp: true, requireTokens: true, program }, context);
}

const MINUTES_TO_START = 5;

function healthChecks(service: Service, context: CdkContext): Code {
  const { healthCheck } = kinds['auto-scaling-group'].read(service.element.settings);
  const gracePeriod = call(ts`cdk.Duration.minutes`, MINUTES_TO_START);
  if (healthCheck !== 'elb' || groupsTo(context, service).length === 0)
    return call(ts`autoscaling.HealthChecks.ec2`, object({ gracePeriod }));
  const additionalTypes = list([ts`autoscaling.AdditionalHealthCheckType.ELB`]);
  return call(ts`autoscaling.HealthChecks.withAdditionalChecks`, object({ additionalTypes, gracePeriod }));
}

export function autoScalingGroup(service: Service, context: CdkContext): void {
  const settings = kinds['auto-scaling-group'].read(service.element.settings);
  const { min, desired, max } = service.traits.copies;
  const home = context.moduleOf(service);
  const subnets = context.subnets.of(service);
  const volume = {
    type: settings.volumeType,
    gigabytes: settings.volumeGb,
    iops: settings.volumeIops,
    throughput: settings.volumeThroughput,
    keep: false,
  };
  const template = ident(`${camelOf(service.id)}Template`);
  const props = machineProps(service, settings.instanceType, volume, settings, context);
  home.add(
    ts`const ${template} = ${construct(ts`ec2.LaunchTemplate`, `${pascalOf(service.id)}LaunchTemplate`, {
      ...props,
      spotOptions: isOnSpot(context.topology, service)
        ? object({ requestType: ts`ec2.SpotRequestType.ONE_TIME` })
        : undefined,
      httpTokens: ts`ec2.LaunchTemplateHttpTokens.${ident(settings.requireTokens ? 'REQUIRED' : 'OPTIONAL')}`,
      associatePublicIpAddress: settings.publicIp ? true : undefined,
    })}`,
  );
  addTags(home, template, service, context);
  const member = create(
    service,
    ts`autoscaling.AutoScalingGroup`,
    {
      vpc: vpcProp(service, context),
      vpcSubnets: selectSubnets(home, subnets, context),
      launchTemplate: template,
      minCapacity: min,
      maxCapacity: given(service, 'max', max, context),
      // Left to scaling once it runs; equal sizes leave nothing to say.
      desiredCapacity: desired > min ? given(service, 'desired', desired, context) : undefined,
      healthChecks: healthChecks(service, context),
      updatePolicy: call(
        ts`autoscaling.UpdatePolicy.rollingUpdate`,
        object({ minInstancesInService: Math.max(0, Math.min(min, max - 1)), maxBatchSize: 1 }),
      ),
    },
    context,
  );
  if (desired > min)
    acknowledge(home, '@aws-cdk/aws-autoscaling:desiredCapacitySet', 'The drawing names the size to start with.');
  if (max > min)
    home.add(
      call(
        ts`${member}.scaleOnCpuUtilization`,
        'ScaleOnCpu',
        object({
          targetUtilizationPercent: given(service, 'targetCpuPercent', settings.targetCpuPercent, context),
        }),
      ),
    );
  waitForRoutes(member, home, subnets, context);
}
