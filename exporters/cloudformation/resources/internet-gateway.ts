import type { Emitter } from '../emit-context';
import { ref } from '../intrinsics';

export const internetGateway: Emitter = (service, context) => {
  if (!service.vpc) return;
  const gateway = ref(context.id(service.id));
  context.add(service, '', {
    Type: 'AWS::EC2::InternetGateway',
    Properties: { Tags: context.tags(service.name) },
  });
  context.add(service, 'Attachment', {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: ref(context.id(service.vpc.id)), InternetGatewayId: gateway },
  });
};
