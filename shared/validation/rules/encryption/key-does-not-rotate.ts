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

const reportStream = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} keeps records unencrypted for as long as consumers may come back to them. Encrypt it with AWS's key for streams, or one of your own.`,
  fixes: [changeSettings(id, 'Encrypt the stream', { encrypted: true })],
});

const usesKey = (topology: Topology, { id }: Service): boolean =>
  topology.outgoing(id).some(({ kind, to }) => kind === 'uses' && to.kind === 'kms-key');

function check(topology: Topology): Violation[] {
  const audited = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const keys = topology.ofKind('kms-key').filter(({ element }) => !kinds['kms-key'].read(element.settings).rotation);
  const topics = topology.ofKind('sns-topic').filter((topic) => audited && !usesKey(topology, topic));
  const streams = topology
    .ofKind('kinesis-stream')
    .filter((stream) => !kinds['kinesis-stream'].read(stream.element.settings).encrypted && !usesKey(topology, stream));
  return [...keys.map(reportKey), ...topics.map(reportTopic), ...streams.map(reportStream)];
}

export const keyDoesNotRotate: Rule = {
  id: 'ENC-08',
  group: 'encryption',
  byPart: true,
  severity: 'warning',
  title: 'Queue, topic, stream or key hygiene',
  why: 'A key that never changes protects all that was ever encrypted with it, and gives all of it away at once.',
  trigger:
    'A key of your own does not rotate, or a stream is not encrypted. In regulated designs, a topic is not encrypted with a key. Queues are encrypted in every template.',
  guide: ['4.7.9'],
  references: ['AWS Well-Architected SEC08-BP01', 'checkov CKV_AWS_7'],
  check,
};
