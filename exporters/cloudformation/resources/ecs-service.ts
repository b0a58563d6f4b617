import { fargateMemory } from '../../../shared/catalog/fargate-sizes';
import { readEnvironment } from '../../../shared/catalog/program-fields';
import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { Json, JsonObject } from '../../../shared/util/json';
import { CONTAINER, containerPorts, mountPath, mountsOf, readEcrImage } from '../../plan/containers';
import { capacityOf } from '../../plan/spot';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, join, ref, sub } from '../intrinsics';
import { emitLogGroup } from '../log-groups';
import { mountTargetsFor } from '../mount-targets';
import { afterRoutes, subnetRefs } from '../network';
import { allow, emitAccessPolicy, emitRole, policyDocument } from '../permissions';
import { groupId } from '../security-groups';
import { groupsTo, senderId, targetGroupId } from '../targets';

const settingsOf = (service: Service) => kinds['ecs-service'].read(service.element.settings);

/** One cluster for all services of a VPC: it costs nothing and only groups them. */
function emitCluster(service: Service, context: EmitContext): string {
  const vpc = service.vpc?.id ?? '';
  context.addToNetwork(vpc, 'Cluster', {
    Type: 'AWS::ECS::Cluster',
    Properties: { Tags: context.tags(service.vpc?.element.name ?? '') },
  });
  return context.id(vpc, 'Cluster');
}

/** The cluster's leave to run tasks on Spot; undefined where none of its services does. */
function emitProviders(service: Service, cluster: string, context: EmitContext): string | undefined {
  if (!capacityOf(service)) return undefined;
  const vpc = service.vpc?.id ?? '';
  context.addToNetwork(vpc, 'ClusterProviders', {
    Type: 'AWS::ECS::ClusterCapacityProviderAssociations',
    Properties: {
      Cluster: ref(cluster),
      CapacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      DefaultCapacityProviderStrategy: [],
    },
  });
  return context.id(vpc, 'ClusterProviders');
}

function launchProperties(service: Service): JsonObject {
  const shares = capacityOf(service);
  if (!shares) return { LaunchType: 'FARGATE' };
  return {
    CapacityProviderStrategy: shares.map(
      ({ provider, weight, base }): JsonObject => ({
        CapacityProvider: provider,
        Weight: weight,
        ...(base === undefined ? {} : { Base: base }),
      }),
    ),
  };
}

/** What ECS itself may do to start a task: write to its log group, and fetch the image where that needs leave. */
function emitExecutionRole(service: Service, logs: string, context: EmitContext): string {
  const ecr = readEcrImage(settingsOf(service).image);
  const statements = [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], getAtt(logs, 'Arn')),
    ...(ecr
      ? [
          allow(
            ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            sub(`arn:\${AWS::Partition}:ecr:${ecr.region}:${ecr.account}:repository/${ecr.repository}`),
          ),
          allow(['ecr:GetAuthorizationToken'], '*'),
        ]
      : []),
  ];
  context.add(service, 'ExecutionRole', {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: policyDocument([
        { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]),
      Policies: [{ PolicyName: 'StartTasks', PolicyDocument: policyDocument(statements) }],
      Tags: context.tags(service.name),
    },
  });
  return context.id(service.id, 'ExecutionRole');
}

function containerOf(service: Service, logs: string, mounts: readonly Service[], context: EmitContext): JsonObject {
  const { image, environment } = settingsOf(service);
  const variables = readEnvironment(environment);
  const ports = containerPorts(service, context.topology.incoming(service.id));
  return {
    Name: CONTAINER,
    Image: image,
    Essential: true,
    PortMappings: ports.map((port): JsonObject => ({ ContainerPort: port, Protocol: 'tcp' })),
    ...(variables.length > 0
      ? { Environment: variables.map(({ name, value }): JsonObject => ({ Name: name, Value: value })) }
      : {}),
    ...(mounts.length > 0
      ? {
          MountPoints: mounts.map(
            (files, index): JsonObject => ({
              SourceVolume: context.id(files.id),
              ContainerPath: mountPath(index),
              ReadOnly: false,
            }),
          ),
        }
      : {}),
    LogConfiguration: {
      LogDriver: 'awslogs',
      Options: { 'awslogs-group': ref(logs), 'awslogs-region': ref('AWS::Region'), 'awslogs-stream-prefix': CONTAINER },
    },
  };
}

function emitTaskDefinition(service: Service, context: EmitContext): string {
  const settings = settingsOf(service);
  const logs = emitLogGroup(service, settings.logRetention, context);
  const role = emitRole(service, context, 'ecs-tasks.amazonaws.com', []);
  const mounts = mountsOf(context.topology.outgoing(service.id), context.stack.has);
  const memory = fargateMemory(settings.cpu, settings.memoryMb);
  if (memory !== settings.memoryMb)
    context.notes.add(
      'assumed',
      [service.id],
      `${service.name} gets ${memory} MB of memory: Fargate sells no other size near ${settings.memoryMb} MB with its CPU.`,
    );
  context.add(service, 'TaskDefinition', {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      Cpu: settings.cpu,
      Memory: String(memory),
      RuntimePlatform: {
        CpuArchitecture: settings.architecture === 'arm64' ? 'ARM64' : 'X86_64',
        OperatingSystemFamily: 'LINUX',
      },
      ...(settings.diskGb > 20 ? { EphemeralStorage: { SizeInGiB: settings.diskGb } } : {}),
      ExecutionRoleArn: getAtt(emitExecutionRole(service, logs, context), 'Arn'),
      TaskRoleArn: getAtt(role, 'Arn'),
      ContainerDefinitions: [containerOf(service, logs, mounts, context)],
      ...(mounts.length > 0
        ? {
            Volumes: mounts.map(
              (files): JsonObject => ({
                Name: context.id(files.id),
                EFSVolumeConfiguration: { FilesystemId: ref(context.id(files.id)), TransitEncryption: 'ENABLED' },
              }),
            ),
          }
        : {}),
      Tags: context.tags(service.name),
    },
  });
  return context.id(service.id, 'TaskDefinition');
}

function emitScaling(service: Service, cluster: string, context: EmitContext): void {
  const { min, max } = service.traits.copies;
  context.add(service, 'ScalableTarget', {
    Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    Properties: {
      ServiceNamespace: 'ecs',
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: join(['service', ref(cluster), getAtt(context.id(service.id), 'Name')], '/'),
      MinCapacity: min,
      MaxCapacity: max,
    },
  });
  context.add(service, 'ScalingPolicy', {
    Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    Properties: {
      PolicyName: 'ScaleOnCpu',
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: ref(context.id(service.id, 'ScalableTarget')),
      TargetTrackingScalingPolicyConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
        TargetValue: settingsOf(service).targetCpuPercent,
      },
    },
  });
}

/** A task needs a way to its image before it can start. */
function noteImage(service: Service, context: EmitContext): void {
  const { publicIp, image } = settingsOf(service);
  const subnets = context.subnets.of(service);
  const stuck = subnets.filter(({ route, gateway }) => !gateway || (route === 'internet-gateway' && !publicIp));
  const endpoints = service.vpc?.endpoints;
  const byEndpoints = ['ecr.api', 'ecr.dkr', 's3', 'logs'] as const;
  if (stuck.length === 0 || (readEcrImage(image) && byEndpoints.every((name) => endpoints?.has(name)))) return;
  context.notes.add(
    'will-not-work',
    [service.id],
    `The tasks of ${service.name} cannot fetch their image from ${stuck.map(({ name }) => name).join(', ')}: lead these through a NAT gateway, or keep the image in Amazon ECR and draw VPC endpoints to it, to S3 and to CloudWatch Logs.`,
  );
}

/** What the service does where a new version of it fails, and that it never runs fewer copies meanwhile. */
const DEPLOYMENT: Json = {
  DeploymentCircuitBreaker: { Enable: true, Rollback: true },
  MinimumHealthyPercent: 100,
  MaximumPercent: 200,
};

export const ecsService: Emitter = (service, context) => {
  const settings = settingsOf(service);
  const cluster = emitCluster(service, context);
  const providers = emitProviders(service, cluster, context);
  const task = emitTaskDefinition(service, context);
  const policy = emitAccessPolicy(service, context);
  const subnets = context.subnets.of(service);
  const balanced = groupsTo(context, service);
  const { min, desired, max } = service.traits.copies;
  noteImage(service, context);
  context.add(service, '', {
    Type: 'AWS::ECS::Service',
    DependsOn: [
      ...afterRoutes(context, subnets),
      ...balanced.map((link) => senderId(context, link)),
      ...[policy, providers].flatMap((id) => id ?? []),
      ...mountTargetsFor(service, context),
    ],
    Properties: {
      Cluster: ref(cluster),
      ...launchProperties(service),
      TaskDefinition: ref(task),
      // Left to scaling once it runs: a number here would be set again at every deployment, in the middle of a rush.
      ...(max > min && desired === min ? {} : { DesiredCount: desired }),
      DeploymentConfiguration: DEPLOYMENT,
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: settings.publicIp ? 'ENABLED' : 'DISABLED',
          Subnets: subnetRefs(context, subnets),
          SecurityGroups: [groupId(context, service)],
        },
      },
      ...(balanced.length > 0
        ? {
            HealthCheckGracePeriodSeconds: settings.startSeconds,
            LoadBalancers: balanced.map(
              (link): JsonObject => ({
                ContainerName: CONTAINER,
                ContainerPort: link.port,
                TargetGroupArn: ref(targetGroupId(context, link)),
              }),
            ),
          }
        : {}),
      PropagateTags: 'SERVICE',
      Tags: context.tags(service.name),
    },
  });
  if (max > min) emitScaling(service, cluster, context);
};
