import type { Link } from '../../shared/topology/topology';
import { messagesTo } from '../cloudformation/messaging';
import type { Access } from '../plan/access';
import type { CdkContext } from './cdk-context';
import { reachService } from './cdk-context';
import type { Code } from './code-writer';
import { call, ident, object, ts } from './code-writer';

const LEVELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  's3-bucket': { read: 'grantRead', write: 'grantWrite', 'read-write': 'grantReadWrite', log: 'grantPut' },
  'dynamodb-table': { read: 'grantReadData', write: 'grantWriteData', 'read-write': 'grantReadWriteData' },
  'sqs-queue': { send: 'grantSendMessages', receive: 'grantConsumeMessages' },
  'sns-topic': { send: 'grantPublish' },
  'lambda-function': { invoke: 'grantInvoke' },
};

function grantOf({ principal, target, level }: Access, context: CdkContext): Code | undefined {
  const grantee = reachService(context.root, principal, context);
  const resource = reachService(context.root, target, context);
  if (level === 'sign-in') return call(ts`${resource}.secret?.grantRead`, grantee);
  const method = LEVELS[target.kind]?.[level];
  // A function that reads a queue gets its permission with the event source.
  if (!method || (level === 'receive' && principal.kind === 'lambda-function')) return undefined;
  return call(ts`${resource}.${ident(method)}`, grantee);
}

/** What programs may do, as the drawing connects them. */
export function writeGrants(context: CdkContext): void {
  const grants = context.access.flatMap((access) => grantOf(access, context) ?? []);
  if (grants.length > 0) context.root.heading('What programs may do.');
  for (const grant of grants) context.root.add(grant);
}

const isFifo = ({ to }: Link): boolean => to.element.settings.fifo === true;

function messagesOf(context: CdkContext): readonly Code[] {
  const reach = (link: Link, end: 'from' | 'to'): Code => reachService(context.root, link[end], context);
  const between = (from: string, to: string): readonly Link[] =>
    context.stack.services.filter(({ kind }) => kind === from).flatMap((service) => messagesTo(context, service, to));
  const created = ts`s3.EventType.OBJECT_CREATED`;
  const notify = (link: Link, destination: Code): Code =>
    call(ts`${reach(link, 'from')}.addEventNotification`, created, call(destination, reach(link, 'to')));
  const feeds = (link: Link): boolean => !isFifo(link) || link.from.element.settings.fifo === true;
  return [
    ...between('s3-bucket', 'sqs-queue')
      .filter((link) => !isFifo(link))
      .map((link) => notify(link, ts`new notifications.SqsDestination`)),
    ...between('s3-bucket', 'sns-topic')
      .filter((link) => !isFifo(link))
      .map((link) => notify(link, ts`new notifications.SnsDestination`)),
    ...between('s3-bucket', 'lambda-function').map((link) => notify(link, ts`new notifications.LambdaDestination`)),
    ...between('sns-topic', 'sqs-queue')
      .filter(feeds)
      .map((link) => {
        const target = call(
          ts`new subscriptions.SqsSubscription`,
          reach(link, 'to'),
          object({ rawMessageDelivery: true }),
        );
        return call(ts`${reach(link, 'from')}.addSubscription`, target);
      }),
    ...between('sns-topic', 'lambda-function')
      .filter(({ from }) => from.element.settings.fifo !== true)
      .map((link) =>
        call(
          ts`${reach(link, 'from')}.addSubscription`,
          call(ts`new subscriptions.LambdaSubscription`, reach(link, 'to')),
        ),
      ),
    ...between('sqs-queue', 'lambda-function').map((link) =>
      call(
        ts`${reach(link, 'to')}.addEventSource`,
        call(ts`new sources.SqsEventSource`, reach(link, 'from'), object({ reportBatchItemFailures: true })),
      ),
    ),
  ];
}

/** Who tells whom. */
export function writeMessages(context: CdkContext): void {
  const messages = messagesOf(context);
  if (messages.length > 0) context.root.heading('Who sends messages to whom.');
  for (const message of messages) context.root.add(message);
}
