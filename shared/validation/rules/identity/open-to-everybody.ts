import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';

const iam: (id: string) => Fix = (id) => ({
  ...changeSettings(id, 'Let only callers in who sign with IAM', { functionUrl: 'iam' }),
  kind: 'choice',
});
const none: (id: string) => Fix = (id) => ({
  ...changeSettings(id, 'Give it no address of its own', { functionUrl: 'none' }),
  id: 'no-address',
  kind: 'choice',
});

const report = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} has an address on the internet and answers everybody who calls it, as often as they like and at your cost. Ask callers to sign, or put an API or a distribution in front.`,
  fixes: [iam(id), none(id)],
});

export const openToEverybody: Rule = {
  id: 'IAM-07',
  group: 'identity',
  severity: 'error',
  title: 'Public API or function without authorisation',
  why: 'Addresses of functions are found by machines within days. Whoever finds one runs your program.',
  trigger: 'A function has a URL for everybody.',
  guide: [],
  references: ['AWS Well-Architected SEC03-BP07', 'checkov CKV_AWS_258'],
  check: (topology) =>
    topology
      .ofKind('lambda-function')
      .filter(({ element }) => kinds['lambda-function'].read(element.settings).functionUrl === 'public')
      .map(report),
};
