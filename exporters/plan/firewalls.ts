import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import type { StackPlan } from './placement';

interface View {
  readonly topology: Topology;
  readonly stack: StackPlan;
}

/** AWS keeps web ACLs for CloudFront in this Region. AWS WAF Developer Guide, "Scope". */
export const CLOUDFRONT_REGION = 'us-east-1';

const usersOf = ({ topology }: View, firewall: Service, kind: Service['kind']): readonly Service[] =>
  topology
    .incoming(firewall.id)
    .filter((link) => link.kind === 'uses' && link.from.kind === kind)
    .map(({ from }) => from);

const drawnBefore = ({ topology }: View, distribution: Service): readonly Service[] =>
  topology
    .outgoing(distribution.id)
    .filter(({ kind, to }) => kind === 'uses' && to.kind === 'waf-web-acl')
    .map(({ to }) => to);

/** The web ACL that stands before a load balancer: AWS takes one. */
export const firewallBefore = (view: View, balancer: Service): Service | undefined =>
  drawnBefore(view, balancer).find(({ id }) => view.stack.has(id));

/** Load balancers that a web ACL stands before. */
export const guardedBalancers = (view: View, firewall: Service): readonly Service[] =>
  usersOf(view, firewall, 'application-load-balancer').filter(
    (balancer) => view.stack.has(balancer.id) && firewallBefore(view, balancer) === firewall,
  );

/** Distributions that a web ACL is drawn before, whichever stack they go with: they lie in no Region. */
const guardedDistributions = (view: View, firewall: Service): readonly Service[] =>
  usersOf(view, firewall, 'cloudfront');

/**
 * A web ACL stands before load balancers of its Region or before distributions, never both. Before distributions it can
 * stand in one Region only; elsewhere AWS refuses the scope, and it is written for what may come to stand behind it.
 */
export const firewallScope = (view: View, firewall: Service): 'REGIONAL' | 'CLOUDFRONT' =>
  firewall.region?.code === CLOUDFRONT_REGION &&
  guardedBalancers(view, firewall).length === 0 &&
  guardedDistributions(view, firewall).length > 0
    ? 'CLOUDFRONT'
    : 'REGIONAL';

/** The web ACL of the same stack that stands before a distribution, if there is one. */
export const firewallOf = (view: View, distribution: Service): Service | undefined =>
  drawnBefore(view, distribution).find((to) => view.stack.has(to.id) && firewallScope(view, to) === 'CLOUDFRONT');

/** Whether a web ACL is drawn before a distribution that its stack cannot name: whoever deploys gives the ARN. */
export const asksForFirewall = (view: View, distribution: Service): boolean =>
  drawnBefore(view, distribution).length > 0 && firewallOf(view, distribution) === undefined;

/** Whether the stack of another Region asks for this web ACL. */
export const isAskedFor = (view: View, firewall: Service): boolean =>
  firewallScope(view, firewall) === 'CLOUDFRONT' &&
  guardedDistributions(view, firewall).some(({ id }) => !view.stack.has(id));

export const FIREWALL_ARN = {
  description: 'ARN of the web ACL before the distribution, in AWS WAF in us-east-1 and of the scope CLOUDFRONT',
  pattern: 'arn:aws[a-z-]*:wafv2:us-east-1:[0-9]{12}:global/webacl/.+',
} as const;

const GROUPS = {
  common: 'AWSManagedRulesCommonRuleSet',
  badInputs: 'AWSManagedRulesKnownBadInputsRuleSet',
  sql: 'AWSManagedRulesSQLiRuleSet',
  reputation: 'AWSManagedRulesAmazonIpReputationList',
} as const;

/** What is counted of a rule. */
export const visibility = (name: string): JsonObject => ({
  CloudWatchMetricsEnabled: true,
  MetricName: name,
  SampledRequestsEnabled: true,
});

/** The lowest limit of a rate that AWS takes. AWS WAF, RateBasedStatement, Limit. */
export const SMALLEST_LIMIT = 10;

/** The rules of a web ACL in the words of its API, cheap ones first. */
export function firewallRules(firewall: Service): readonly JsonObject[] {
  const settings = kinds['waf-web-acl'].read(firewall.element.settings);
  const limit: JsonObject = {
    Name: 'LimitRate',
    Action: { Block: {} },
    Statement: {
      RateBasedStatement: {
        Limit: Math.max(SMALLEST_LIMIT, settings.requestsPerFiveMinutes),
        AggregateKeyType: 'IP',
      },
    },
  };
  const groups = (['reputation', 'badInputs', 'common', 'sql'] as const)
    .filter((name) => settings[name])
    .map(
      (name): JsonObject => ({
        Name: GROUPS[name],
        OverrideAction: { None: {} },
        Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: GROUPS[name] } },
      }),
    );
  return [...(settings.requestsPerFiveMinutes > 0 ? [limit] : []), ...groups].map((rule, index) => ({
    ...rule,
    Priority: index,
    VisibilityConfig: visibility(String(rule.Name)),
  }));
}
