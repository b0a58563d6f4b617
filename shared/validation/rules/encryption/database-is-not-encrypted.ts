import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const report = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} stores its data unencrypted, its snapshots and backups too. Turn encryption on now: later it takes a restore into a new database.`,
  fixes: [changeSettings(id, 'Encrypt the storage', { encrypted: true })],
});

export const databaseIsNotEncrypted: Rule = {
  id: 'ENC-04',
  group: 'encryption',
  byPart: true,
  severity: 'error',
  title: 'Database storage is not encrypted',
  why: 'Whoever gets hold of a disk, a snapshot or a backup reads everything in it. Encryption costs nothing and nobody notices it.',
  trigger: 'An RDS database or Aurora cluster has storage encryption turned off.',
  guide: ['4.7.10'],
  references: ['AWS Well-Architected SEC08-BP02', 'checkov CKV_AWS_16 and CKV_AWS_96'],
  check: (topology) => [
    ...topology
      .ofKind('rds-instance')
      .filter(({ element }) => !kinds['rds-instance'].read(element.settings).encrypted)
      .map(report),
    ...topology
      .ofKind('aurora-cluster')
      .filter(({ element }) => !kinds['aurora-cluster'].read(element.settings).encrypted)
      .map(report),
  ],
};
