import type { Service } from '../../../shared/topology/topology';
import type { Json } from '../../../shared/util/json';
import {
  asksForFirewall,
  FIREWALL_ARN,
  firewallOf,
  firewallRules,
  firewallScope,
  guardedBalancers,
  isAskedFor,
  visibility,
} from '../../plan/firewalls';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import type { CdkContext } from '../cdk-context';
import { create, given, output, reachService, setting } from '../cdk-context';
import type { Code, Value } from '../code-writer';
import { construct, list, object, ts } from '../code-writer';
import { pascalOf } from '../names';

const camel = (key: string): string => `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`;

/** What the API calls SomeName, aws-cdk-lib calls someName. */
function inCode(value: Json | undefined, readLimit: (limit: number) => Value = (limit) => limit): Value {
  if (Array.isArray(value)) return list(value.map((item: Json) => inCode(item, readLimit)));
  if (typeof value === 'object' && value !== null)
    return object(
      Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          camel(key),
          key === 'Limit' && typeof item === 'number' ? readLimit(item) : inCode(item, readLimit),
        ]),
      ),
    );
  return value ?? '';
}

const limitOf = (service: Service, limit: number, context: CdkContext): Value =>
  given(service, 'requestsPerFiveMinutes', limit, context);

/** There is only the plain resource. */
export function wafWebAcl(service: Service, context: CdkContext): void {
  const member = create(
    service,
    ts`wafv2.CfnWebACL`,
    {
      description: toDescription(service.name.replace(/[^\w+=:#@/,.-]+/g, ' '), 'Firewall'),
      scope: firewallScope(context, service),
      defaultAction: object({ allow: object({}) }),
      rules: list(firewallRules(service).map((rule) => inCode(rule, (limit) => limitOf(service, limit, context)))),
      visibilityConfig: inCode(visibility(pascalOf(service.id))),
    },
    context,
  );
  if (isAskedFor(context, service)) {
    const doc = `ARN of ${service.definition.title}, for distributions of other stacks`;
    output(service, 'Arn', doc, ts`${member}.attrArn`, context);
  }
}

/** The web ACL before a distribution, as its property takes it. */
export function firewallArn(distribution: Service, context: CdkContext): Code | undefined {
  const firewall = firewallOf(context, distribution);
  const home = context.moduleOf(distribution);
  if (firewall) return ts`${reachService(home, firewall, context)}.attrArn`;
  if (!asksForFirewall(context, distribution)) return undefined;
  return setting(home, distribution, 'WebAclArn', `${FIREWALL_ARN.description}.`, context);
}

/** Puts web ACLs before load balancers, once both exist. */
export function writeFirewalls(context: CdkContext): void {
  const { root, stack } = context;
  const pairs = stack.services
    .filter(({ kind }) => kind === 'waf-web-acl')
    .flatMap((firewall) => guardedBalancers(context, firewall).map((balancer) => ({ firewall, balancer })));
  if (pairs.length > 0) root.heading('What looks at requests first.');
  for (const { firewall, balancer } of pairs)
    root.add(
      construct(ts`wafv2.CfnWebACLAssociation`, `${pascalOf(firewall.id)}Before${stemOf(balancer.id)}`, {
        resourceArn: ts`${reachService(root, balancer, context)}.loadBalancerArn`,
        webAclArn: ts`${reachService(root, firewall, context)}.attrArn`,
      }),
    );
}
