import type { Design } from '../../shared/model/design';
import { buildDesign } from '../../shared/testing/builder';

const inRegion = (settings = {}) => ({ parent: 'region', settings });

/** Everything that sends and takes messages, encrypted with one key: whoever names the other in its policy waits for it. */
export function sharedKeySite(): Design {
  const builder = buildDesign('One key')
    .add('region', 'region', { settings: { code: 'eu-west-1' } })
    .add('key', 'kms-key', inRegion())
    .add('uploads', 's3-bucket', inRegion())
    .add('inbox', 'sqs-queue', inRegion())
    .add('outbox', 'sqs-queue', inRegion())
    .add('events', 'sns-topic', inRegion())
    .add('worker', 'lambda-function', inRegion())
    .add('helper', 'lambda-function', inRegion())
    .add('table', 'dynamodb-table', inRegion())
    .add('cdn', 'cloudfront')
    .connect('async', 'uploads', 'inbox')
    .connect('async', 'uploads', 'events')
    .connect('async', 'events', 'outbox')
    .connect('async', 'uploads', 'worker')
    .connect('async', 'inbox', 'worker')
    .connect('async', 'worker', 'helper')
    .connect('async', 'helper', 'worker')
    .connect('data', 'worker', 'uploads')
    .connect('data', 'worker', 'table')
    .connect('traffic', 'cdn', 'uploads');
  for (const id of ['uploads', 'inbox', 'outbox', 'events', 'worker', 'helper', 'table'])
    builder.connect('uses', id, 'key');
  return builder.build();
}

/** A bucket in each of two Regions; what looks at requests of the one lies in the other, where AWS keeps such. */
export const twoRegionSite = (): Design =>
  buildDesign('Two Regions')
    .add('home', 'region', { settings: { code: 'eu-west-1' } })
    .add('away', 'region', { settings: { code: 'us-east-1' } })
    .add('files', 's3-bucket', { parent: 'home' })
    .add('copies', 's3-bucket', { parent: 'away' })
    .add('job', 'lambda-function', { parent: 'away' })
    .add('cdn', 'cloudfront')
    .add('guard', 'waf-web-acl', { parent: 'away' })
    .connect('data', 'job', 'copies')
    .connect('traffic', 'cdn', 'files')
    .connect('uses', 'cdn', 'guard')
    .build();
