import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const report = ({ id, name }: Service): Violation => ({
  severity: 'warning',
  elements: [id],
  message: `${name} still speaks TLS 1.0 and 1.1, whose faults are known and whose traffic can be read or changed by who sits in between. All browsers of the last ten years speak TLS 1.2.`,
  fixes: [changeSettings(id, 'Speak TLS 1.2 and 1.3 only', { tlsPolicy: 'modern' })],
});

export const tlsIsWeak: Rule = {
  id: 'ENC-02',
  group: 'encryption',
  severity: 'error',
  title: 'TLS listener is incomplete or weak',
  why: 'Encryption is as strong as the oldest version both sides agree on, and an attacker chooses what they agree on.',
  trigger:
    'A load balancer with HTTPS, or a distribution, accepts versions below TLS 1.2. A listener without a certificate cannot be drawn: templates ask for one.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02', 'checkov CKV_AWS_103 and CKV_AWS_174'],
  check: (topology) => [
    ...topology
      .ofKind('application-load-balancer')
      .filter(({ element }) => {
        const { listener, tlsPolicy } = kinds['application-load-balancer'].read(element.settings);
        return listener === 'https' && tlsPolicy === 'legacy';
      })
      .map(report),
    ...topology
      .ofKind('cloudfront')
      .filter(({ element }) => kinds.cloudfront.read(element.settings).tlsPolicy === 'legacy')
      .map(report),
  ],
};
