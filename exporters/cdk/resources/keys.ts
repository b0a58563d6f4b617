import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { sendersTo, TRAIL_ACTIONS, USE } from '../../cloudformation/resources/kms-key';
import { toDescription } from '../../plan/plain-text';
import { encryptsTrail } from '../../plan/trails';
import type { CdkContext } from '../cdk-context';
import { create, given } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, list, object, ts } from '../code-writer';

const RUNS_INSTANCES: ReadonlySet<string> = new Set(['ec2-instance', 'auto-scaling-group']);

const statement = (actions: readonly string[], principals: readonly Code[], StringEquals: Code): Code =>
  call(
    ts`new iam.PolicyStatement`,
    object({
      actions: list(actions),
      principals: list(principals),
      resources: list(['*']),
      conditions: object({ StringEquals }),
    }),
  );

const ACCOUNT = ts`cdk.Stack.of(this).account`;

const TRAIL_ARNS = call(
  ts`cdk.Stack.of(this).formatArn`,
  object({ service: 'cloudtrail', resource: 'trail', resourceName: '*' }),
);

/** A key with what its users cannot grant themselves: volumes of instances, and services that send messages. */
export function kmsKey(service: Service, context: CdkContext): void {
  const { rotation } = kinds['kms-key'].read(service.element.settings);
  const home = context.moduleOf(service);
  const encrypted = context.topology.incoming(service.id).flatMap(({ kind, from }) => (kind === 'uses' ? from : []));
  const member = create(
    service,
    ts`kms.Key`,
    {
      description: toDescription(service.name, 'Key'),
      enableKeyRotation: given(service, 'rotation', rotation, context),
      removalPolicy: ts`cdk.RemovalPolicy.RETAIN`,
    },
    context,
  );
  if (encrypted.some(({ kind }) => RUNS_INSTANCES.has(kind))) {
    home.heading('Whoever starts an instance attaches its volumes, the role of Auto Scaling included.');
    const via = call(ts`cdk.Fn.join`, '.', list(['ec2', ts`cdk.Stack.of(this).region`, 'amazonaws.com']));
    const when = object({ 'kms:CallerAccount': ACCOUNT, 'kms:ViaService': via });
    home.add(
      call(
        ts`${member}.addToResourcePolicy`,
        statement([...USE, 'kms:CreateGrant'], [ts`new iam.AnyPrincipal()`], when),
      ),
    );
  }
  if (encryptsTrail(context, encrypted))
    home.add(
      call(
        ts`${member}.addToResourcePolicy`,
        call(
          ts`new iam.PolicyStatement`,
          object({
            actions: list(TRAIL_ACTIONS),
            principals: list([call(ts`new iam.ServicePrincipal`, 'cloudtrail.amazonaws.com')]),
            resources: list(['*']),
            conditions: object({ StringLike: object({ 'aws:SourceArn': TRAIL_ARNS }) }),
          }),
        ),
      ),
    );
  const senders = sendersTo(encrypted, context);
  if (senders.length > 0)
    home.add(
      call(
        ts`${member}.addToResourcePolicy`,
        statement(
          ['kms:Decrypt', 'kms:GenerateDataKey*'],
          senders.map((sender) => call(ts`new iam.ServicePrincipal`, sender)),
          object({ 'aws:SourceAccount': ACCOUNT }),
        ),
      ),
    );
}
