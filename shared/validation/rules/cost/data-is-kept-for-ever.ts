import { kindsWithSetting } from '../../../catalog/catalog';
import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

const LOG_DAYS = 90;

function checkBucket({ id, name, element }: Service): Violation | undefined {
  const { content, expireDays } = kinds['s3-bucket'].read(element.settings);
  if (content !== 'logs' || expireDays !== null) return undefined;
  return {
    elements: [id],
    message: `${name} keeps logs for ever. They grow every day, and nobody reads those of last year. Delete them after a time.`,
    fixes: [changeSettings(id, `Delete logs after ${LOG_DAYS} days`, { expireDays: LOG_DAYS })],
  };
}

/** Trails are evidence, which may have to be kept for as long as the account. */
const LOGGING = kindsWithSetting('logRetention').filter((kind) => kind !== 'cloudtrail');

function checkProgram({ id, name, element }: Service): Violation | undefined {
  if (element.settings.logRetention !== 'forever') return undefined;
  return {
    elements: [id],
    message: `The logs of ${name} stay in CloudWatch for ever. They grow every day, and nobody reads those of last year. Delete them after a time.`,
    fixes: [changeSettings(id, `Delete its logs after ${LOG_DAYS} days`, { logRetention: `${LOG_DAYS}` })],
  };
}

export const dataIsKeptForEver: Rule = {
  id: 'COST-08',
  group: 'cost',
  byPart: true,
  severity: 'info',
  title: 'Data is kept forever',
  why: 'Storage is billed every month for as long as the data exists, and logs never stop coming.',
  trigger:
    'A bucket that holds logs deletes none of them, or the logs of a machine, container service, function or API are kept for ever.',
  guide: ['3.3'],
  references: ['AWS Well-Architected SUS04-BP03', 'checkov CKV2_AWS_61'],
  check: (topology) => [
    ...mapDefined(topology.ofKind('s3-bucket'), checkBucket),
    ...mapDefined(ofKinds(topology, LOGGING), checkProgram),
  ],
};
