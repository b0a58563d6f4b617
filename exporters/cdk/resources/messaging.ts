import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { visibilityFor } from '../../plan/queues';
import type { CdkContext } from '../cdk-context';
import { addTags, create, drawnKey, given, output } from '../cdk-context';
import type { Code, Fields } from '../code-writer';
import { call, construct, ident, object, ts } from '../code-writer';
import { camelOf, pascalOf } from '../names';

const FAILURES_BEFORE_DEAD_LETTER = 5;
const LONGEST_RETENTION_DAYS = 14;
const days = (count: number): Code => call(ts`cdk.Duration.days`, count);

export function sqsQueue(service: Service, context: CdkContext): void {
  const settings = kinds['sqs-queue'].read(service.element.settings);
  const home = context.moduleOf(service);
  const key = drawnKey(service, context);
  const common: Fields = {
    fifo: settings.fifo ? true : undefined,
    encryption: key ? ts`sqs.QueueEncryption.KMS` : ts`sqs.QueueEncryption.SQS_MANAGED`,
    encryptionMasterKey: key,
    enforceSSL: true,
  };
  const letters = ident(`${camelOf(service.id)}DeadLetters`);
  if (settings.deadLetterQueue) {
    const props = { ...common, retentionPeriod: days(LONGEST_RETENTION_DAYS) };
    home.add(ts`const ${letters} = ${construct(ts`sqs.Queue`, `${pascalOf(service.id)}DeadLetters`, props)}`);
    addTags(home, letters, { id: service.id, name: `${service.name} dead letters` }, context);
  }
  const member = create(
    service,
    ts`sqs.Queue`,
    {
      ...common,
      visibilityTimeout: call(
        ts`cdk.Duration.seconds`,
        given(service, 'visibilityTimeoutSeconds', visibilityFor(service, context), context),
      ),
      retentionPeriod: days(settings.retentionDays),
      deadLetterQueue: settings.deadLetterQueue
        ? object({ queue: letters, maxReceiveCount: FAILURES_BEFORE_DEAD_LETTER })
        : undefined,
    },
    context,
  );
  output(service, 'Url', `URL of ${service.definition.title}`, ts`${member}.queueUrl`, context);
}

export function snsTopic(service: Service, context: CdkContext): void {
  const { fifo } = kinds['sns-topic'].read(service.element.settings);
  const member = create(
    service,
    ts`sns.Topic`,
    {
      fifo: fifo ? true : undefined,
      contentBasedDeduplication: fifo ? true : undefined,
      masterKey: drawnKey(service, context),
      enforceSSL: true,
    },
    context,
  );
  output(service, 'Arn', `ARN of ${service.definition.title}`, ts`${member}.topicArn`, context);
}
