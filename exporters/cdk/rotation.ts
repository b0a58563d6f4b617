import { rotationDaysOf, rotatorOf } from '../plan/secrets';
import type { CdkContext } from './cdk-context';
import { given, reachService } from './cdk-context';
import { call, object, ts } from './code-writer';

/** Functions change the secrets that are connected to them, once both exist. */
export function writeRotations(context: CdkContext): void {
  const { root, stack } = context;
  const pairs = stack.services.flatMap((secret) => {
    if (secret.kind !== 'secret') return [];
    const days = rotationDaysOf(secret);
    const rotator = rotatorOf(context, secret);
    return days > 0 && rotator ? [{ secret, days, rotator }] : [];
  });
  if (pairs.length > 0) root.heading('Functions that change secrets.');
  for (const { secret, days, rotator } of pairs)
    root.add(
      call(
        ts`${reachService(root, secret, context)}.addRotationSchedule`,
        'Rotation',
        object({
          rotationLambda: reachService(root, rotator, context),
          automaticallyAfter: call(ts`cdk.Duration.days`, given(secret, 'rotationDays', days, context, root)),
          rotateImmediatelyOnUpdate: false,
        }),
      ),
    );
}
