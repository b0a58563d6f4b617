import { kinds } from '../../shared/catalog/services';
import type { Service } from '../../shared/topology/topology';
import { isWorld } from '../../shared/topology/topology';
import { logBucketOf } from '../cloudformation/access-logs';
import { messagesTo } from '../cloudformation/messaging';
import type { Access } from '../plan/access';
import { keyOf } from '../plan/access';
import { suppressionsFor } from '../plan/suppressions';
import type { CdkContext } from './cdk-context';
import { reachNetwork, reachService } from './cdk-context';
import type { Code, Value } from './code-writer';
import { call, object, ts } from './code-writer';
import type { Module } from './module';

/** A question of cdk-nag's AwsSolutions checks that the drawing answers otherwise, and why. */
interface Answer {
  readonly id: Value;
  readonly reason: string;
}

const answer = (rule: string, reason: string): Answer => ({ id: `AwsSolutions-${rule}`, reason });

const managed = (policy: string, reason: string): Answer =>
  answer(`IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`, reason);

const SESSION_MANAGER = managed(
  'AmazonSSMManagedInstanceCore',
  'AWS keeps this policy in step with Session Manager, which stands in for key pairs and open ports.',
);
const LOGS = managed(
  'service-role/AWSLambdaBasicExecutionRole',
  'AWS keeps this policy in step with what a function needs to write its log.',
);
const INTERFACES = managed(
  'service-role/AWSLambdaVPCAccessExecutionRole',
  'AWS keeps this policy in step with what a function needs for its network interfaces.',
);
const USUAL_PORT = 'Security groups let in the drawn connections alone; another port would hide it from nobody.';
const ROTATION = answer(
  'SMG4',
  'Rotation takes a function inside of the network and a way to Secrets Manager; the drawing has neither.',
);
const OPEN = answer('EC23', 'The drawing lets in everybody on this port: this is where users come in.');
const BALANCER_LOGS = answer('ELB2', 'The drawing names no bucket for access logs.');

/** What stands for a service as it is, whatever it is connected to. */
const BY_KIND: Readonly<Record<string, readonly Answer[]>> = {
  's3-bucket': [answer('S1', 'The drawing names no bucket for access logs.')],
  'ec2-instance': [
    answer('EC28', 'Measurements every five minutes do; those every minute are billed.'),
    answer('EC29', 'What the machine must not lose is kept elsewhere or on a volume that outlives it.'),
  ],
  'bastion-host': [
    answer('EC28', 'Measurements every five minutes do; those every minute are billed.'),
    answer('EC29', 'It holds nothing and may be replaced at any time.'),
  ],
  'auto-scaling-group': [answer('AS3', 'The drawing names nobody to tell of machines that come and go.')],
  'rds-instance': [ROTATION, answer('RDS11', USUAL_PORT)],
  'aurora-cluster': [
    ROTATION,
    answer('RDS11', USUAL_PORT),
    answer('RDS6', 'Programs sign in with the secret that the database made; its use is granted by role.'),
  ],
  'elasticache-redis': [
    answer('AEC5', USUAL_PORT),
    answer('AEC6', 'Security groups let in the drawn programs alone, over an encrypted connection where that is on.'),
  ],
  'elasticache-memcached': [answer('AEC5', USUAL_PORT)],
  'lambda-function': [LOGS, answer('L1', 'The drawing names this runtime.')],
  cloudfront: [
    answer('CFR1', 'The drawing lets users in from everywhere.'),
    answer('CFR2', 'The drawing shows no firewall for web requests, which is billed by their number.'),
    answer('CFR3', 'The drawing names no bucket for access logs.'),
  ],
};

const BALANCERS: ReadonlySet<string> = new Set(['application-load-balancer', 'network-load-balancer']);
const MACHINES: ReadonlySet<string> = new Set(['ec2-instance', 'bastion-host']);
const HAS_GROUP: ReadonlySet<string> = new Set([...BALANCERS, ...MACHINES, 'auto-scaling-group']);

/** What depends on other services beside it. */
function answersFor(service: Service, context: CdkContext): readonly Answer[] {
  const { kind } = service;
  const waived = suppressionsFor(context.topology, service, context.today).filter(({ tool }) => tool === 'nag');
  const ids = new Map(waived.map(({ id, reason }) => [id, reason] as const));
  const usual = (BY_KIND[kind] ?? []).filter(({ id }) => !ids.has(String(id).replace('AwsSolutions-', '')));
  const found = [...usual, ...[...ids].map(([id, reason]) => answer(id, reason))];
  const hasTemplates = context.stack.services.some((other) => other.kind === 'auto-scaling-group');
  if (MACHINES.has(kind) && hasTemplates)
    found.push(answer('EC26', 'Every volume is encrypted; the check cannot read machines beside launch templates.'));
  if (BALANCERS.has(kind) && (kind === 'network-load-balancer' || !logBucketOf(service, context)))
    found.push(BALANCER_LOGS);
  if (kind === 'aurora-cluster' && kinds['aurora-cluster'].read(service.element.settings).engine === 'aurora-mysql')
    found.push(answer('RDS14', 'Backups go back to any second of the days they are kept.'));
  if (kind === 'kinesis-stream' && keyOf(context.topology, context.stack, service))
    found.push(answer('KDS3', 'The drawing encrypts it with a key of its own.'));
  if (kind === 'lambda-function' && context.networks.has(service.id)) found.push(INTERFACES);
  return found;
}

const isOpen = (service: Service, context: CdkContext): boolean =>
  context.security.rules.some(
    ({ target, source }) => target === service && source.kind === 'cidr' && isWorld(source.cidr),
  );

const put = (home: Module, scope: Code, answers: readonly Answer[]): void => {
  if (answers.length > 0)
    home.add(
      call(ts`cdk.Validations.of(${scope}).acknowledge`, ...answers.map(({ id, reason }) => object({ id, reason }))),
    );
};

const ACTIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  's3-bucket': {
    read: ['s3:GetBucket*', 's3:GetObject*', 's3:List*'],
    write: ['s3:Abort*', 's3:DeleteObject*'],
    'read-write': ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'],
    log: ['s3:Abort*'],
  },
};
const KEY_ACTIONS = ['kms:GenerateDataKey*', 'kms:ReEncrypt*'];
/** Where a grant ends: objects of a bucket, versions of a function, indexes of a table. */
const ENDS: Readonly<Record<string, Code>> = {
  's3-bucket': ts`/*`,
  'lambda-function': ts`:*`,
  'dynamodb-table': ts`/index/*`,
};

const logicalId = (target: Code): Code =>
  ts`\${cdk.Stack.of(this).getLogicalId(${target}.node.defaultChild as cdk.CfnElement)}`;

/** CDK's grants name kinds of actions and all of what a resource holds; never more than the one resource. */
function answersForGrant(access: Access, home: Module, context: CdkContext): readonly Answer[] {
  const { target, level } = access;
  const reason = 'A grant of CDK for one resource: the actions of one kind, on what that resource holds.';
  const actions = [
    ...(ACTIONS[target.kind]?.[level] ?? []),
    ...(keyOf(context.topology, context.stack, target) && level !== 'sign-in' ? KEY_ACTIONS : []),
  ];
  const end = ENDS[target.kind];
  const resource = reachService(home, target, context);
  return [
    ...actions.map((action) => answer(`IAM5[Action::${action}]`, reason)),
    ...(end === undefined || level === 'sign-in'
      ? []
      : [{ id: ts`\`AwsSolutions-IAM5[Resource::<${logicalId(resource)}.Arn>${end}]\``, reason }]),
  ];
}

/** A role stands beside its machines, and inside of its function or the definition of its task. */
const roleOf = (service: Service, home: Module, context: CdkContext): Code => {
  const reached = reachService(home, service, context);
  if (MACHINES.has(service.kind) || service.kind === 'auto-scaling-group') return ts`${reached}.role`;
  return service.kind === 'lambda-function' ? reached : ts`${reached}.taskDefinition`;
};

function writeGrantAnswers(home: Module, context: CdkContext): void {
  const found = new Map<Service, Map<string, Answer>>();
  for (const access of context.access) {
    const known = found.get(access.principal) ?? new Map<string, Answer>();
    found.set(access.principal, known);
    for (const entry of answersForGrant(access, home, context)) known.set(JSON.stringify(entry.id), entry);
  }
  for (const [principal, answers] of found)
    context.pen.during([principal.id], () => put(home, roleOf(principal, home, context), [...answers.values()]));
}

/** The function that sets notifications of buckets is CDK's own, and shared. */
function writeNotifierAnswers(home: Module, context: CdkContext): void {
  const { services } = context.stack;
  const notifies = services.some(
    (service) =>
      service.kind === 's3-bucket' &&
      ['sqs-queue', 'sns-topic', 'lambda-function'].some((kind) => messagesTo(context, service, kind).length > 0),
  );
  if (!notifies) return;
  const own = 'A function of CDK that sets the notifications of buckets after they are made.';
  const handler = ts`cdk.Stack.of(this).node.findChild('BucketNotificationsHandler050a0587b7544547bf325f094a3db834')`;
  put(home, handler, [{ ...LOGS, reason: own }, answer('IAM5[Resource::*]', own)]);
}

/**
 * Says in one place, with reasons, what the AwsSolutions checks of cdk-nag would ask and the drawing answers otherwise. What
 * our own checks find is not among it: that is to be mended, not explained.
 */
export function writeAcknowledgements(home: Module, context: CdkContext): void {
  for (const vpc of context.stack.vpcs)
    context.pen.during([vpc.id], () =>
      put(home, ts`${reachNetwork(home, vpc, context)}.vpc`, [
        answer('VPC7', 'The drawing asks for no flow logs, which are billed by their volume.'),
      ]),
    );
  for (const service of context.stack.services)
    context.pen.during([service.id], () => {
      const { kind } = service;
      const answers = answersFor(service, context);
      if (answers.length > 0) put(home, reachService(home, service, context), answers);
      if (MACHINES.has(kind) || kind === 'auto-scaling-group')
        put(home, ts`${reachService(home, service, context)}.role`, [SESSION_MANAGER]);
      if (HAS_GROUP.has(kind) && isOpen(service, context))
        put(home, ts`${reachService(home, service, context)}.connections.securityGroups[0]`, [OPEN]);
    });
  writeGrantAnswers(home, context);
  writeNotifierAnswers(home, context);
}
