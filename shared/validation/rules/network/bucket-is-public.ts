import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { putBucketBehindCdn } from '../../fixes/bucket-behind-cdn';
import type { Rule, Violation } from '../../rule';

function checkBucket(topology: Topology, bucket: Service): Violation | undefined {
  const { blockPublicAccess, content } = kinds['s3-bucket'].read(bucket.element.settings);
  const direct = topology.incoming(bucket.id).filter(({ kind, from }) => kind === 'traffic' && from.role === 'actor');
  // A closed bucket that holds no site is read with addresses that a program signs for its users.
  if (blockPublicAccess && (direct.length === 0 || content !== 'static')) return undefined;
  const fault = blockPublicAccess
    ? 'is read by users directly, and its block on public access keeps them out. Deliver'
    : 'does not block public access: one policy too many publishes everything in it. Block public access and deliver';
  return {
    elements: [bucket.id],
    connections: direct.map(({ id }) => id),
    message: `${bucket.name} ${fault} files through CloudFront, which signs its own requests.`,
    fixes: [
      {
        id: 'behind-cdn',
        title: direct.length > 0 ? 'Block public access and put CloudFront in front' : 'Block public access',
        kind: 'auto',
        apply: (design, newId) => putBucketBehindCdn(design, newId, bucket.id),
      },
    ],
  };
}

export const bucketIsPublic: Rule = {
  id: 'NET-10',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'Bucket is public or serves a site without a CDN identity',
  why: 'Most leaks from S3 were buckets that were open without anyone meaning it. Blocked ones cannot be opened by accident.',
  trigger:
    'A bucket does not block public access, or users send their requests directly to one that holds static files. Others are read with signed addresses.',
  guide: ['3.3'],
  references: ['AWS Well-Architected SEC03-BP07', 'checkov CKV_AWS_53 to CKV_AWS_56'],
  check: (topology) => mapDefined(topology.ofKind('s3-bucket'), (bucket) => checkBucket(topology, bucket)),
};
