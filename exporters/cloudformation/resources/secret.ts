import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { keyOf } from '../../plan/access';
import { toDescription } from '../../plan/plain-text';
import { PASSWORD_LENGTH, rotatorOf } from '../../plan/secrets';
import type { EmitContext, Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { getAtt, ref } from '../intrinsics';

/** The function changes the secret on the days given; only Secrets Manager may call it for that. */
function emitRotation(service: Service, rotator: Service, days: number, context: EmitContext): void {
  const name = getAtt(context.id(rotator.id), 'Arn');
  context.add(service, 'MayCallFunction', {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: name,
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: ref('AWS::AccountId'),
    },
  });
  context.add(service, 'Rotation', {
    Type: 'AWS::SecretsManager::RotationSchedule',
    DependsOn: [context.id(service.id, 'MayCallFunction')],
    Properties: {
      SecretId: ref(context.id(service.id)),
      RotationLambdaARN: name,
      RotationRules: { AutomaticallyAfterDays: days },
      RotateImmediatelyOnUpdate: false,
    },
  });
}

export const secret: Emitter = (service, context) => {
  const { rotationDays } = kinds.secret.read(service.element.settings);
  const key = keyOf(context.topology, context.stack, service);
  context.add(service, '', {
    Type: 'AWS::SecretsManager::Secret',
    ...keepData('Retain'),
    Properties: {
      Description: toDescription(service.name, 'Secret'),
      GenerateSecretString: { PasswordLength: PASSWORD_LENGTH, ExcludePunctuation: true },
      ...(key ? { KmsKeyId: getAtt(context.id(key.id), 'Arn') } : {}),
      Tags: context.tags(service.name),
    },
  });
  context.notes.add(
    'assumed',
    [service.id],
    `${service.name} gets a password made at random; where somebody else gives it, enter that in Secrets Manager after the deployment.`,
  );
  const rotator = rotatorOf(context, service);
  if (rotationDays > 0 && rotator) emitRotation(service, rotator, rotationDays, context);
  if (rotationDays > 0 && !rotator)
    context.notes.add(
      'left-out',
      [service.id],
      `${service.name} is not changed every ${rotationDays} days: connect it to the function that does so.`,
    );
  context.output(service, 'Arn', {
    Description: `ARN of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
