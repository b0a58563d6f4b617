import type { Link } from '../../shared/topology/topology';
import { messagesTo } from '../cloudformation/messaging';
import type { Access } from '../plan/access';
import { keyOf } from '../plan/access';
import type { CdkContext } from './cdk-context';
import { reachService } from './cdk-context';
import type { Code } from './code-writer';
import { call, ident, list, object, ts } from './code-writer';
import { pascalOf } from './names';

const LEVELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  's3-bucket': { read: 'grantRead', write: 'grantWrite', 'read-write': 'grantReadWrite', log: 'grantPut' },
  'dynamodb-table': { read: 'grantReadData', write: 'grantWriteData', 'read-write': 'grantReadWriteData' },
  'sqs-queue': { send: 'grantSendMessages', receive: 'grantConsumeMessages' },
  'kinesis-stream': { send: 'grantWrite', receive: 'grantRead' },
  'sns-topic': { send: 'grantPublish' },
  'lambda-function': { invoke: 'grantInvoke' },
  secret: { read: 'grantRead', write: 'grantWrite' },
};

/** Each function's policy must exist before the function, so two that call each other would wait for each other. */
function callsBack({ principal, target }: Access, context: CdkContext): boolean {
  const seen = new Set([target.id]);
  for (const id of seen)
    for (const access of context.access)
      if (access.level === 'invoke' && access.principal.id === id) seen.add(access.target.id);
  return seen.has(principal.id);
}

/** A policy beside both functions, which neither of them waits for. */
function invokeFromBeside({ principal, target }: Access, context: CdkContext): Code {
  const statement = object({
    actions: list(['lambda:InvokeFunction']),
    resources: list([ts`${reachService(context.root, target, context)}.functionArn`]),
  });
  const policy = call(
    ts`new iam.Policy`,
    ts`this`,
    `${pascalOf(principal.id)}Invokes${pascalOf(target.id)}`,
    object({ statements: list([call(ts`new iam.PolicyStatement`, statement)]) }),
  );
  return call(ts`${reachService(context.root, principal, context)}.role?.attachInlinePolicy`, policy);
}

function grantOf({ principal, target, level }: Access, context: CdkContext): Code | undefined {
  const reached = reachService(context.root, principal, context);
  // Tasks act in a role of their own, not in that of the service which starts them.
  const grantee = principal.kind === 'ecs-service' ? ts`${reached}.taskDefinition.taskRole` : reached;
  const resource = reachService(context.root, target, context);
  // The rotation schedule brings the permission with it.
  if (level === 'rotate') return undefined;
  if (level === 'sign-in') return call(ts`${resource}.secret?.grantRead`, grantee);
  if (level === 'invoke' && callsBack({ principal, target, level }, context))
    return invokeFromBeside({ principal, target, level }, context);
  const method = LEVELS[target.kind]?.[level];
  // A function that reads a queue gets its permission with the event source.
  if (!method || (level === 'receive' && principal.kind === 'lambda-function')) return undefined;
  return call(ts`${resource}.${ident(method)}`, grantee);
}

/** What programs may do, as the drawing connects them. */
export function writeGrants(context: CdkContext): void {
  const grants = context.access.flatMap((access) => {
    const code = grantOf(access, context);
    return code ? [{ access, code }] : [];
  });
  if (grants.length > 0) context.root.heading('What programs may do.');
  for (const { access, code } of grants)
    context.pen.during([access.principal.id, access.target.id], () => context.root.add(code));
}

/** Both ends are encrypted with the same drawn key: a rule of that key that names one end would make both wait. */
const shareKey = ({ from, to }: Link, context: CdkContext): boolean => {
  const key = keyOf(context.topology, context.stack, from);
  return key !== undefined && key === keyOf(context.topology, context.stack, to);
};

/** Lets a service send to a queue without a word in the key's policy: that has one for all services that send messages. */
function letSend(link: Link, principal: string, context: CdkContext): Code {
  const queue = reachService(context.root, link.to, context);
  const permission = object({
    actions: list(['sqs:SendMessage']),
    principals: list([call(ts`new iam.ServicePrincipal`, principal)]),
    resources: list([ts`${queue}.queueArn`]),
    conditions: object({ StringEquals: object({ 'aws:SourceAccount': ts`this.account` }) }),
  });
  return call(ts`${queue}.addToResourcePolicy`, call(ts`new iam.PolicyStatement`, permission));
}

function notifyQueueOfSameKey(link: Link, context: CdkContext): readonly Code[] {
  const queue = reachService(context.root, link.to, context);
  const bucket = reachService(context.root, link.from, context);
  const id = `${pascalOf(link.to.id)}For${pascalOf(link.from.id)}`;
  const target = call(ts`sqs.Queue.fromQueueArn`, ts`this`, id, ts`${queue}.queueArn`);
  const destination = call(ts`new notifications.SqsDestination`, target);
  return [
    letSend(link, 's3.amazonaws.com', context),
    call(ts`${bucket}.addEventNotification`, ts`s3.EventType.OBJECT_CREATED`, destination),
    call(ts`${bucket}.node.addDependency`, queue),
  ];
}

function subscribeQueueOfSameKey(link: Link, context: CdkContext): readonly Code[] {
  const props = object({
    topic: reachService(context.root, link.from, context),
    protocol: ts`sns.SubscriptionProtocol.SQS`,
    endpoint: ts`${reachService(context.root, link.to, context)}.queueArn`,
    rawMessageDelivery: true,
  });
  const id = `${pascalOf(link.from.id)}To${pascalOf(link.to.id)}`;
  return [letSend(link, 'sns.amazonaws.com', context), call(ts`new sns.Subscription`, ts`this`, id, props)];
}

function messagesOf(context: CdkContext): readonly Code[] {
  const reach = (link: Link, end: 'from' | 'to'): Code => reachService(context.root, link[end], context);
  const between = (from: string, to: string): readonly Link[] =>
    context.stack.services.filter(({ kind }) => kind === from).flatMap((service) => messagesTo(context, service, to));
  const created = ts`s3.EventType.OBJECT_CREATED`;
  const notify = (link: Link, destination: Code): Code =>
    call(ts`${reach(link, 'from')}.addEventNotification`, created, call(destination, reach(link, 'to')));
  return [
    ...between('s3-bucket', 'sqs-queue').flatMap((link) =>
      shareKey(link, context)
        ? notifyQueueOfSameKey(link, context)
        : [notify(link, ts`new notifications.SqsDestination`)],
    ),
    ...between('s3-bucket', 'sns-topic').map((link) => notify(link, ts`new notifications.SnsDestination`)),
    ...between('s3-bucket', 'lambda-function').map((link) => notify(link, ts`new notifications.LambdaDestination`)),
    ...between('sns-topic', 'sqs-queue').flatMap((link) => {
      if (shareKey(link, context)) return subscribeQueueOfSameKey(link, context);
      const target = call(
        ts`new subscriptions.SqsSubscription`,
        reach(link, 'to'),
        object({ rawMessageDelivery: true }),
      );
      return [call(ts`${reach(link, 'from')}.addSubscription`, target)];
    }),
    ...between('sns-topic', 'lambda-function').map((link) =>
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
    ...between('kinesis-stream', 'lambda-function').map((link) =>
      call(
        ts`${reach(link, 'to')}.addEventSource`,
        call(
          ts`new sources.KinesisEventSource`,
          reach(link, 'from'),
          object({
            startingPosition: ts`lambda.StartingPosition.TRIM_HORIZON`,
            bisectBatchOnError: true,
            reportBatchItemFailures: true,
          }),
        ),
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
