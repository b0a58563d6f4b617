import { kinds } from '../../../catalog/services';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule } from '../../rule';

export const fileSystemIsNotEncrypted: Rule = {
  id: 'ENC-06',
  group: 'encryption',
  byPart: true,
  severity: 'error',
  title: 'Volumes or file systems are not encrypted',
  why: 'Files outlive the machines that wrote them. Encrypted ones are worthless to anybody who gets at the storage alone.',
  trigger: 'An EFS file system has encryption turned off. Volumes of instances are always encrypted.',
  guide: ['4.7.10'],
  references: ['AWS Well-Architected SEC08-BP02', 'checkov CKV_AWS_42'],
  check: (topology) =>
    topology
      .ofKind('efs')
      .filter(({ element }) => !kinds.efs.read(element.settings).encrypted)
      .map(({ id, name }) => ({
        elements: [id],
        message: `${name} stores users' files unencrypted. Turn encryption on now: a file system that exists cannot be encrypted later, only copied.`,
        fixes: [changeSettings(id, 'Encrypt the files', { encrypted: true })],
      })),
};
