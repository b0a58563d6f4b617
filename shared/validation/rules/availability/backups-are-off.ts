import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import type { JsonObject } from '../../../util/json';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Severity, Violation } from '../../rule';
import { countOf } from '../../wording';

const SHORTEST_DAYS = 7;

function report({ id, name }: Service, fault: string, title: string, settings: JsonObject, severity: Severity) {
  return {
    severity,
    elements: [id],
    message: `${name} ${fault}. What a bug, a wrong statement or an attacker destroys is copied to every standby at once. ${title}.`,
    fixes: [changeSettings(id, title, settings)],
  };
}

function checkRetention(database: Service, days: number): Violation | undefined {
  if (days >= SHORTEST_DAYS) return undefined;
  const fault = days === 0 ? 'has no backups' : `keeps backups for ${countOf(days, 'day')} only`;
  const title = `Keep backups for ${SHORTEST_DAYS} days`;
  return report(database, fault, title, { backupRetentionDays: SHORTEST_DAYS }, days === 0 ? 'error' : 'warning');
}

function checkBucket(bucket: Service): Violation | undefined {
  const { content, versioning } = kinds['s3-bucket'].read(bucket.element.settings);
  if (content !== 'user' || versioning) return undefined;
  const fault = "holds users' files and keeps no earlier versions";
  return report(bucket, fault, 'Turn on versioning', { versioning: true }, 'error');
}

function checkTable(table: Service): Violation | undefined {
  if (kinds['dynamodb-table'].read(table.element.settings).pointInTimeRecovery) return undefined;
  const settings = { pointInTimeRecovery: true };
  return report(table, 'cannot be restored to an earlier time', 'Turn on point-in-time recovery', settings, 'error');
}

function checkFiles(files: Service): Violation | undefined {
  if (kinds.efs.read(files.element.settings).backup) return undefined;
  return report(files, 'is in no backup', 'Back it up every day', { backup: true }, 'error');
}

const check = (topology: Topology): Violation[] =>
  [
    ...topology
      .ofKind('rds-instance')
      .map((database) =>
        checkRetention(database, kinds['rds-instance'].read(database.element.settings).backupRetentionDays),
      ),
    ...topology
      .ofKind('aurora-cluster')
      .map((database) =>
        checkRetention(database, kinds['aurora-cluster'].read(database.element.settings).backupRetentionDays),
      ),
    ...topology.ofKind('dynamodb-table').map(checkTable),
    ...topology.ofKind('s3-bucket').map(checkBucket),
    ...topology.ofKind('efs').map(checkFiles),
  ].filter((found) => found !== undefined);

export const backupsAreOff: Rule = {
  id: 'AVL-14',
  group: 'availability',
  byPart: true,
  severity: 'error',
  title: 'Backups or point-in-time recovery are off, short or not isolated',
  why: 'Redundancy keeps what is there, mistakes included. Only a backup brings back what was there yesterday.',
  trigger:
    "A database keeps no backups (a warning below 7 days), a table has no point-in-time recovery, a bucket with users' files no versioning, or a file system no backup.",
  guide: ['4.2.5.1', '4.2.5.2'],
  references: ['AWS Well-Architected REL09-BP03', 'AWS Trusted Advisor: RDS Backups'],
  check,
};
