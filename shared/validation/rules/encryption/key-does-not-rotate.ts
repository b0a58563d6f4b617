import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const reportKey = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} stays the same for ever. Let it rotate every year: old data stays readable, and nothing else changes.`,
  fixes: [changeSettings(id, 'Rotate it every year', { rotation: true })],
});

const reportTopic = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} holds messages unencrypted until they are delivered. Encrypt it with a key of your own.`,
  fixes: [{ id: 'encrypt', title: 'Draw a KMS key and connect the topic to it', kind: 'manual' }],
});

function check(topology: Topology): Violation[] {
  const audited = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const keys = topology.ofKind('kms-key').filter(({ element }) => !kinds['kms-key'].read(element.settings).rotation);
  const topics = topology
    .ofKind('sns-topic')
    .filter(
      ({ id }) => audited && !topology.outgoing(id).some(({ kind, to }) => kind === 'uses' && to.kind === 'kms-key'),
    );
  return [...keys.map(reportKey), ...topics.map(reportTopic)];
}

export const keyDoesNotRotate: Rule = {
  id: 'ENC-08',
  group: 'encryption',
  byPart: true,
  severity: 'warning',
  title: 'Queue, topic, stream or key hygiene',
  why: 'A key that never changes protects all that was ever encrypted with it, and gives all of it away at once.',
  trigger:
    'A key of your own does not rotate. In regulated designs, a topic is not encrypted with a key. Queues are encrypted in every template.',
  guide: ['4.7.9'],
  references: ['AWS Well-Architected SEC08-BP01', 'checkov CKV_AWS_7'],
  check,
};
