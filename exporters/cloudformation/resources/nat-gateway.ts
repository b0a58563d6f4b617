import type { Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { afterGateway, afterRoutes, subnetId } from '../network';

export const natGateway: Emitter = (service, context) => {
  const [subnet] = context.subnets.perZone(service);
  if (!subnet) return;
  if (subnet.route !== 'internet-gateway')
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} lies in ${subnet.name}, which has no route to an internet gateway; move it to a public subnet.`,
    );
  context.add(service, 'ElasticIp', {
    Type: 'AWS::EC2::EIP',
    DependsOn: afterGateway(context, service.vpc),
    Properties: { Domain: 'vpc', Tags: context.tags(service.name) },
  });
  context.add(service, '', {
    Type: 'AWS::EC2::NatGateway',
    DependsOn: afterRoutes(context, subnet.route === 'internet-gateway' ? [subnet] : []),
    Properties: {
      SubnetId: ref(subnetId(context, subnet)),
      AllocationId: getAtt(context.id(service.id, 'ElasticIp'), 'AllocationId'),
      Tags: context.tags(service.name),
    },
  });
};
