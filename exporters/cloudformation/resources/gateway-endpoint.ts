import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { endpointPolicy, endpointServiceName } from '../endpoints';
import { ref } from '../intrinsics';
import { routeTablesOf } from '../network';

export const gatewayEndpoint: Emitter = (service, context) => {
  const target = kinds['gateway-endpoint'].read(service.element.settings).service;
  const { vpc } = service;
  if (!vpc) return;
  context.add(service, '', {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: {
      VpcEndpointType: 'Gateway',
      ServiceName: endpointServiceName(target),
      VpcId: ref(context.id(vpc.id)),
      RouteTableIds: routeTablesOf(context, vpc).map(ref),
      ...endpointPolicy(target),
      Tags: context.tags(service.name),
    },
  });
};
