import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { endpointPolicy, endpointServiceName } from '../endpoints';
import { ref } from '../intrinsics';
import { subnetRefs } from '../network';
import { groupId } from '../security-groups';

export const interfaceEndpoint: Emitter = (service, context) => {
  const target = kinds['interface-endpoint'].read(service.element.settings).service;
  const { vpc } = service;
  if (!vpc) return;
  context.add(service, '', {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: {
      VpcEndpointType: 'Interface',
      ServiceName: endpointServiceName(target),
      VpcId: ref(context.id(vpc.id)),
      SubnetIds: subnetRefs(context, context.subnets.perZone(service)),
      SecurityGroupIds: [groupId(context, service)],
      // The service's usual name leads to it from everywhere in the VPC.
      PrivateDnsEnabled: true,
      ...endpointPolicy(target),
      Tags: context.tags(service.name),
    },
  });
};
