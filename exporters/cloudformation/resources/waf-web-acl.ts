import { firewallRules, firewallScope, guardedBalancers, isAskedFor, visibility } from '../../plan/firewalls';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import type { Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';

export const wafWebAcl: Emitter = (service, context) => {
  const id = context.id(service.id);
  context.add(service, '', {
    Type: 'AWS::WAFv2::WebACL',
    Properties: {
      Description: toDescription(service.name.replace(/[^\w+=:#@/,.-]+/g, ' '), 'Firewall'),
      Scope: firewallScope(context, service),
      DefaultAction: { Allow: {} },
      Rules: firewallRules(service),
      VisibilityConfig: visibility(id),
      Tags: context.tags(service.name),
    },
  });
  if (isAskedFor(context, service))
    context.output(service, 'Arn', {
      Description: `ARN of ${service.definition.title}, for distributions of other stacks`,
      Value: getAtt(id, 'Arn'),
    });
  for (const balancer of guardedBalancers(context, service))
    context.add(service, `Before${stemOf(balancer.id)}`, {
      Type: 'AWS::WAFv2::WebACLAssociation',
      Properties: { ResourceArn: ref(context.id(balancer.id)), WebACLArn: getAtt(id, 'Arn') },
    });
};
