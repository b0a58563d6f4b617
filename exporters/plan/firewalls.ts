import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import type { StackPlan } from './placement';

interface View {
  readonly topology: Topology;
  readonly stack: StackPlan;
}

/** AWS keeps web ACLs for CloudFront in this Region. AWS WAF Developer Guide, "Scope". */
const CLOUDFRONT_REGION = 'us-east-1';

const usersOf = ({ topology, stack }: View, firewall: Service, kind: Service['kind']): readonly Service[] =>
  topology
    .incoming(firewall.id)
    .filter((link) => link.kind === 'uses' && link.from.kind === kind && stack.has(link.from.id))
    .map(({ from }) => from);

/** Load balancers that a web ACL stands before. */
export const guardedBalancers = (view: View, firewall: Service): readonly Service[] =>
  usersOf(view, firewall, 'application-load-balancer');

/** A web ACL stands before load balancers of its Region or before distributions, never both. */
export const firewallScope = (view: View, firewall: Service): 'REGIONAL' | 'CLOUDFRONT' =>
  guardedBalancers(view, firewall).length === 0 && usersOf(view, firewall, 'cloudfront').length > 0
    ? 'CLOUDFRONT'
    : 'REGIONAL';

/** The web ACL that stands before a distribution; undefined where none is drawn, or where AWS takes none. */
export function firewallOf(view: View, distribution: Service): Service | undefined {
  if (view.stack.region !== CLOUDFRONT_REGION) return undefined;
  return view.topology
    .outgoing(distribution.id)
    .map(({ to }) => to)
    .find((to) => to.kind === 'waf-web-acl' && view.stack.has(to.id) && firewallScope(view, to) === 'CLOUDFRONT');
}

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

const SMALLEST_LIMIT = 10;

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
