import { z } from 'zod';
import { integer, toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

interface Switches {
  readonly common: boolean;
  readonly badInputs: boolean;
  readonly sql: boolean;
  readonly reputation: boolean;
  readonly requestsPerFiveMinutes: number;
}

/** How many rules the settings come to: AWS charges for each. */
export const countWafRules = ({ common, badInputs, sql, reputation, requestsPerFiveMinutes }: Switches): number =>
  [common, badInputs, sql, reputation, requestsPerFiveMinutes > 0].filter(Boolean).length;

export const wafWebAcl = defineKind({
  kind: 'waf-web-acl',
  title: 'AWS WAF web ACL',
  newName: 'Firewall',
  category: 'Security',
  icon: 'architecture-service/AWSWAF',
  summary: 'Looks at each web request before a load balancer or distribution answers it, and turns attacks away.',
  keywords: ['waf', 'firewall', 'attack', 'bot', 'rate limit', 'web acl'],
  docsUrl: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html',
  scope: 'regional',
  family: 'firewall',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    common: toggle({
      label: 'Common attacks',
      help: "AWS's rule group for what hits every web application.",
      default: true,
      section: 'Protection',
    }),
    badInputs: toggle({ label: 'Known bad inputs', default: true, section: 'Protection' }),
    sql: toggle({ label: 'SQL injection', default: false, section: 'Protection' }),
    reputation: toggle({ label: 'Addresses of ill repute', default: true, section: 'Protection' }),
    requestsPerFiveMinutes: integer({
      label: 'Requests of one address',
      unit: 'in 5 minutes at most',
      help: '0: no limit. AWS takes limits from 10.',
      min: 0,
      max: 2_000_000_000,
      default: 2000,
      section: 'Protection',
    }),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
  }),
  headline: (settings) => {
    const rules = countWafRules(settings);
    return rules === 1 ? '1 rule' : `${rules} rules`;
  },
  traits: () => ({ role: 'operations', copies: MANAGED, selfRedundant: true }),
});
