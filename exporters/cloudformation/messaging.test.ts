import { describe, expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import { exportCdk } from '../cdk/export';
import { exportCloudFormation } from './export';

/** A bucket, an alarm and a topic that send to what may be FIFO, all of it encrypted with one key. */
function drawn(fifo: boolean) {
  const first = { parent: 'region', settings: { fifo } };
  const design = buildDesign()
    .add('region', 'region')
    .add('key', 'kms-key', { parent: 'region' })
    .add('events', 'sns-topic', first)
    .add('jobs', 'sqs-queue', first)
    .add('plain', 'sns-topic', { parent: 'region' })
    .add('uploads', 's3-bucket', { parent: 'region' })
    .add('backlog', 'cloudwatch-alarm', { parent: 'region' })
    .connect('monitors', 'backlog', 'jobs')
    .connect('async', 'backlog', 'events')
    .connect('async', 'uploads', 'events')
    .connect('async', 'uploads', 'jobs')
    .connect('async', 'plain', 'jobs')
    .connect('uses', 'events', 'key')
    .connect('uses', 'jobs', 'key')
    .build();
  return resolve(design);
}

describe('what AWS sends to nothing that is FIFO', () => {
  it('gets no leave to send there', () => {
    const textOf = (fifo: boolean): string =>
      exportCloudFormation(drawn(fifo), { format: 'yaml' })
        .files.map(({ text }) => text)
        .join();
    for (const leave of ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy', 'ServicesThatSendMessages']) {
      expect(textOf(false)).toContain(leave);
      expect(textOf(true)).not.toContain(leave);
    }
  });

  it('is not answered for in a CDK project, where nothing sets notifications', () => {
    const textOf = (fifo: boolean): string =>
      exportCdk(drawn(fifo))
        .files.map(({ text }) => text)
        .join();
    expect(textOf(false)).toContain('BucketNotificationsHandler');
    expect(textOf(true)).not.toContain('BucketNotificationsHandler');
  });

  it('is listed', () => {
    const { notes } = exportCloudFormation(drawn(true), { format: 'yaml' });
    expect(notes.flatMap(({ message }) => (/FIFO/.test(message) ? [message] : []))).toHaveLength(4);
  });

  it('is a matter of queues and topics alone, whatever else is written in the settings of others', () => {
    const design = buildDesign()
      .add('region', 'region')
      .add('uploads', 's3-bucket', { parent: 'region' })
      .add('resize', 'lambda-function', { parent: 'region', settings: { fifo: true } })
      .connect('async', 'uploads', 'resize')
      .build();
    const [template] = exportCloudFormation(resolve(design), { format: 'yaml' }).files;
    expect(template?.text).toContain('LambdaConfigurations');
  });
});
