import { kinds } from '../../../catalog/services';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule } from '../../rule';

export const bucketAllowsPlainRequests: Rule = {
  id: 'ENC-07',
  group: 'encryption',
  byPart: true,
  severity: 'warning',
  title: 'Bucket allows unencrypted storage or transport',
  why: 'S3 answers plain HTTP to whoever asks it that way. Only the policy of the bucket can refuse, and one careless client is enough.',
  trigger: 'A bucket does not refuse requests without TLS. What it stores is always encrypted: S3 does so by itself.',
  guide: ['4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02', 'cdk-nag AwsSolutions-S10'],
  check: (topology) =>
    topology
      .ofKind('s3-bucket')
      .filter(({ element }) => !kinds['s3-bucket'].read(element.settings).requireTls)
      .map(({ id, name }) => ({
        elements: [id],
        message: `${name} also answers requests without TLS. Files, and the signatures of who fetches them, can be read on the way. Let its policy refuse such requests.`,
        fixes: [changeSettings(id, 'Refuse requests without TLS', { requireTls: true })],
      })),
};
