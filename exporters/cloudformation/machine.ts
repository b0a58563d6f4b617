import type { Service } from '../../shared/topology/topology';
import type { EmitContext } from './emit-context';
import {
  emitMachineLogs,
  imageFor,
  type MachineProgram,
  metadata,
  userData,
  type Volume,
  volumesFor,
} from './instances';
import { ref } from './intrinsics';
import { mountTargetsFor } from './mount-targets';
import { afterRoutes, subnetRefs } from './network';
import { emitInstanceProfile } from './permissions';
import { groupId } from './security-groups';

interface Machine {
  readonly instanceType: string;
  readonly volume: Volume;
  readonly publicIp: boolean;
  readonly requireTokens: boolean;
  readonly program: MachineProgram;
}

/** One EC2 instance in the subnet it is drawn in. */
export function emitMachine(service: Service, machine: Machine, context: EmitContext): void {
  const subnets = context.subnets.perZone(service).slice(0, 1);
  const logs = emitMachineLogs(service, machine.program, context);
  const profile = emitInstanceProfile(service, context, logs);
  context.add(service, '', {
    Type: 'AWS::EC2::Instance',
    DependsOn: [...afterRoutes(context, subnets), ...mountTargetsFor(service, context)],
    Properties: {
      ImageId: imageFor(machine.instanceType, context),
      InstanceType: machine.instanceType,
      IamInstanceProfile: ref(profile),
      NetworkInterfaces: subnetRefs(context, subnets).map((subnet) => ({
        DeviceIndex: '0',
        SubnetId: subnet,
        AssociatePublicIpAddress: machine.publicIp,
        GroupSet: [groupId(context, service)],
      })),
      BlockDeviceMappings: volumesFor(service, machine.volume, context),
      MetadataOptions: metadata(machine.requireTokens),
      ...userData(service, machine.program, logs, context),
      PropagateTagsToVolumeOnCreation: true,
      Tags: context.tags(service.name),
    },
  });
  if (machine.publicIp && !subnets.some(({ route }) => route === 'internet-gateway'))
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} has a public address in a subnet without a route to an internet gateway; nobody can reach it.`,
    );
}
