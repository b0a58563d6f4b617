import { kinds } from '../../../shared/catalog/services';
import { keyProperty } from '../databases';
import type { Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { ref, zoneName } from '../intrinsics';
import { mountSubnets, mountTargetPart } from '../mount-targets';
import { subnetId } from '../network';
import { groupId } from '../security-groups';

export const efs: Emitter = (service, context) => {
  const settings = kinds.efs.read(service.element.settings);
  const subnets = mountSubnets(service, context);
  const [first] = subnets;
  context.add(service, '', {
    Type: 'AWS::EFS::FileSystem',
    ...keepData('Retain'),
    Properties: {
      Encrypted: settings.encrypted,
      ...(settings.encrypted ? keyProperty(service, context) : {}),
      ThroughputMode: settings.throughputMode,
      ...(settings.oneZone && first ? { AvailabilityZoneName: zoneName(first.zone) } : {}),
      BackupPolicy: { Status: settings.backup ? 'ENABLED' : 'DISABLED' },
      FileSystemTags: context.tags(service.name),
    },
  });
  for (const subnet of subnets)
    context.add(service, mountTargetPart(subnet), {
      Type: 'AWS::EFS::MountTarget',
      Properties: {
        FileSystemId: ref(context.id(service.id)),
        SubnetId: ref(subnetId(context, subnet)),
        SecurityGroups: [groupId(context, service)],
      },
    });
  context.output(service, 'Id', {
    Description: `Id of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
