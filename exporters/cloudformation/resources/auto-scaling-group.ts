import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { isOnSpot } from '../../plan/spot';
import type { EmitContext, Emitter } from '../emit-context';
import { emitMachineLogs, imageFor, metadata, noteSoftware, userData, volumesFor } from '../instances';
import { getAtt, ref } from '../intrinsics';
import { mountTargetsFor } from '../mount-targets';
import { afterGateway, afterRoutes, subnetRefs } from '../network';
import { emitInstanceProfile } from '../permissions';
import { groupId } from '../security-groups';
import { groupsFor } from '../targets';

function emitLaunchTemplate(service: Service, context: EmitContext): string {
  const settings = kinds['auto-scaling-group'].read(service.element.settings);
  const logs = emitMachineLogs(service, settings, context);
  const profile = emitInstanceProfile(service, context, logs);
  const volume = {
    type: settings.volumeType,
    gigabytes: settings.volumeGb,
    iops: settings.volumeIops,
    throughput: settings.volumeThroughput,
    keep: false,
  };
  const groups = [groupId(context, service)];
  const name = context.tags(service.name);
  context.add(service, 'LaunchTemplate', {
    Type: 'AWS::EC2::LaunchTemplate',
    Properties: {
      LaunchTemplateData: {
        ImageId: imageFor(settings.instanceType, context),
        InstanceType: settings.instanceType,
        ...(isOnSpot(context.topology, service)
          ? { InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { SpotInstanceType: 'one-time' } } }
          : {}),
        IamInstanceProfile: { Arn: getAtt(profile, 'Arn') },
        ...(settings.publicIp
          ? { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: groups }] }
          : { SecurityGroupIds: groups }),
        BlockDeviceMappings: volumesFor(service, volume, context),
        MetadataOptions: metadata(settings.requireTokens),
        ...userData(service, settings, logs, context),
        TagSpecifications: [{ ResourceType: 'volume', Tags: name }],
      },
      TagSpecifications: [{ ResourceType: 'launch-template', Tags: name }],
    },
  });
  return context.id(service.id, 'LaunchTemplate');
}

function emitScalingPolicy(service: Service, context: EmitContext): void {
  const { targetCpuPercent } = kinds['auto-scaling-group'].read(service.element.settings);
  context.add(service, 'ScalingPolicy', {
    Type: 'AWS::AutoScaling::ScalingPolicy',
    Properties: {
      AutoScalingGroupName: ref(context.id(service.id)),
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
        TargetValue: targetCpuPercent,
      },
    },
  });
}

const SECONDS_TO_START = 300;

export const autoScalingGroup: Emitter = (service, context) => {
  const settings = kinds['auto-scaling-group'].read(service.element.settings);
  const { min, desired, max } = service.traits.copies;
  const template = emitLaunchTemplate(service, context);
  const subnets = context.subnets.of(service);
  const groups = groupsFor(context, service);
  const byBalancer = settings.healthCheck === 'elb' && groups.length > 0;
  noteSoftware(service, context);
  context.add(service, '', {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    DependsOn: [
      ...afterRoutes(context, subnets),
      ...mountTargetsFor(service, context),
      ...(settings.publicIp && !subnets.some(({ gateway }) => gateway) ? afterGateway(context, service.vpc) : []),
    ],
    UpdatePolicy: {
      AutoScalingRollingUpdate: { MinInstancesInService: Math.max(0, Math.min(min, max - 1)), MaxBatchSize: 1 },
    },
    Properties: {
      MinSize: String(min),
      MaxSize: String(max),
      // Left to scaling once it runs; equal sizes leave nothing to say.
      ...(desired > min ? { DesiredCapacity: String(desired) } : {}),
      VPCZoneIdentifier: subnetRefs(context, subnets),
      LaunchTemplate: { LaunchTemplateId: ref(template), Version: getAtt(template, 'LatestVersionNumber') },
      ...(groups.length > 0 ? { TargetGroupARNs: groups.map(ref) } : {}),
      HealthCheckType: byBalancer ? 'ELB' : 'EC2',
      HealthCheckGracePeriod: SECONDS_TO_START,
      Tags: context.tags(service.name).map((tag) => ({ ...tag, PropagateAtLaunch: true })),
    },
  });
  if (max > min) emitScalingPolicy(service, context);
};
