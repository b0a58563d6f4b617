import { kinds } from '../../../catalog/services';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule } from '../../rule';

export const keyDoesNotRotate: Rule = {
  id: 'ENC-08',
  group: 'encryption',
  severity: 'warning',
  title: 'Queue, topic, stream or key hygiene',
  why: 'A key that never changes protects all that was ever encrypted with it, and gives all of it away at once.',
  trigger: 'A key of your own does not rotate. Queues are encrypted in every template.',
  guide: ['4.7.9'],
  references: ['AWS Well-Architected SEC08-BP01', 'checkov CKV_AWS_7'],
  check: (topology) =>
    topology
      .ofKind('kms-key')
      .filter(({ element }) => !kinds['kms-key'].read(element.settings).rotation)
      .map(({ id, name }) => ({
        elements: [id],
        message: `${name} stays the same for ever. Let it rotate every year: old data stays readable, and nothing else changes.`,
        fixes: [changeSettings(id, 'Rotate it every year', { rotation: true })],
      })),
};
