import { countWafRules, wafWebAcl } from '../../catalog/services/waf-web-acl';
import { wafRequests, wafRuleMonth, webAclMonth } from '../price-key';
import { count, defineSheet, fromMillions, said } from '../sheet';

export const wafWebAclSheet = defineSheet(wafWebAcl, (settings) => {
  const rules = countWafRules(settings);
  return [
    { item: 'web-acl', description: 'Web ACL', price: webAclMonth, quantity: 1, basis: '1 web ACL' },
    {
      item: 'rules',
      description: 'Rules and rule groups of the web ACL',
      price: wafRuleMonth,
      quantity: rules,
      basis: count(rules, 'rule'),
    },
    {
      item: 'requests',
      description: 'Requests looked at',
      price: wafRequests,
      quantity: fromMillions(settings.requestsMillions),
      basis: said(settings.requestsMillions, 'million'),
    },
  ];
});
