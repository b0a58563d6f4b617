import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { ref } from '../intrinsics';
import { attributesOf, emitLoadBalancer, forwardTo, tlsProperties } from '../load-balancer';
import { targetGroupId, targetPart, targetProtocol, targetsOf, targetsProperty } from '../targets';

export const networkLoadBalancer: Emitter = (service, context) => {
  const settings = kinds['network-load-balancer'].read(service.element.settings);
  const protocol = settings.protocol.toUpperCase();
  const balancer = emitLoadBalancer(
    service,
    {
      type: 'network',
      scheme: settings.scheme,
      protocol: settings.protocol,
      attributes: {
        'load_balancing.cross_zone.enabled': String(settings.crossZone),
        'deletion_protection.enabled': String(settings.deletionProtection),
      },
    },
    context,
  );
  const [link] = targetsOf(context, service);
  for (const { id, to, kind } of context.topology.outgoing(service.id)) {
    if (kind !== 'traffic' || to === link?.to) continue;
    const reason =
      to.kind === 'lambda-function' ? 'only an Application Load Balancer sends to functions' : 'it has one listener';
    context.notes.add('left-out', [id], `${service.name} sends nothing to ${to.name}: ${reason}.`);
  }
  if (!link) {
    context.notes.add('left-out', [service.id], `${service.name} gets no listener: nothing is connected behind it.`);
    return;
  }
  context.add(service, `TargetGroup${targetPart(link)}`, {
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Properties: {
      VpcId: ref(context.id(service.vpc?.id ?? '')),
      Port: link.port,
      Protocol: targetProtocol(link),
      ...targetsProperty(link, context),
      // UDP cannot be probed, so the target must accept TCP on the same port.
      HealthCheckProtocol: 'TCP',
      TargetGroupAttributes: attributesOf({ 'deregistration_delay.timeout_seconds': '60' }),
      Tags: context.tags(link.to.name),
    },
  });
  context.add(service, 'Listener', {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: ref(balancer),
      Port: settings.port,
      Protocol: protocol,
      ...(settings.protocol === 'tls' ? tlsProperties(service, settings.tlsPolicy, context) : {}),
      DefaultActions: [forwardTo(targetGroupId(context, link))],
    },
  });
};
