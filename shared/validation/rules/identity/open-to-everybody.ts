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

const isOpen = (settings: object): boolean => kinds['api-gateway'].read(settings).authorization === 'none';

const reportApi = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} hands every request to what lies behind it, whoever sends it. Ask callers for a token or a signature, or say why it is meant for everybody.`,
  fixes: [
    { ...changeSettings(id, 'Ask for JSON web tokens', { authorization: 'jwt' }), id: 'tokens', kind: 'choice' },
    { ...changeSettings(id, 'Ask callers to sign with IAM', { authorization: 'iam' }), kind: 'choice' },
  ],
});

export const openToEverybody: Rule = {
  id: 'IAM-07',
  group: 'identity',
  byPart: true,
  severity: 'error',
  title: 'Public API or function without authorisation',
  why: 'Addresses of functions are found by machines within days. Whoever finds one runs your program.',
  trigger: 'A function has a URL for everybody, or an API that users reach asks nobody who they are.',
  guide: [],
  references: ['AWS Well-Architected SEC03-BP07', 'checkov CKV_AWS_258'],
  check: (topology) => [
    ...topology
      .ofKind('lambda-function')
      .filter(({ element }) => kinds['lambda-function'].read(element.settings).functionUrl === 'public')
      .map(report),
    ...topology
      .ofKind('api-gateway')
      .filter(({ id, element }) => topology.isCritical(id) && isOpen(element.settings))
      .map(reportApi),
  ],
};
