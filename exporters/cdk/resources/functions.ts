import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { HANDLERS, PLACEHOLDERS } from '../../cloudformation/resources/lambda-function';
import { functionKey, functionVariables } from '../../plan/function-variables';
import type { CdkContext } from '../cdk-context';
import { acknowledge, create, drawnKey, given, output, reachNetwork, selectSubnets, setting } from '../cdk-context';
import type { Code, Fields } from '../code-writer';
import { call, ident, list, object, ts } from '../code-writer';
import { addLogGroup } from '../log-groups';
import { pascalOf } from '../names';
import { addSecurityGroup } from '../security-groups';

const RUNTIMES: Readonly<Record<string, Code>> = {
  'nodejs22.x': ts`lambda.Runtime.NODEJS_22_X`,
  'python3.13': ts`lambda.Runtime.PYTHON_3_13`,
  java21: ts`lambda.Runtime.JAVA_21`,
  dotnet10: ts`lambda.Runtime.DOTNET_10`,
  dotnet8: ts`lambda.Runtime.DOTNET_8`,
};

/** Node.js and Python take text; Java and .NET must be built, so their code is named by the environment. */
function codeProps(service: Service, runtime: string, context: CdkContext): Fields {
  const text = PLACEHOLDERS[runtime];
  if (text !== undefined) return { code: call(ts`lambda.Code.fromInline`, text), handler: 'index.handler' };
  const home = context.moduleOf(service);
  const given = (part: string, doc: string): Code => setting(home, service, part, doc, context);
  const id = pascalOf(service.id);
  const warning = '@aws-cdk/aws-lambda:codeFromBucketObjectVersionNotSpecified';
  acknowledge(home, warning, 'A new version of the code gets a new key.');
  const bucket = call(
    ts`s3.Bucket.fromBucketName`,
    ts`this`,
    `${id}CodeBucket`,
    given('CodeBucket', 'Bucket that holds the built code of a function.'),
  );
  return {
    code: call(ts`lambda.Code.fromBucket`, bucket, given('CodeKey', 'Key of the built code in its bucket.')),
    handler: HANDLERS[runtime] ?? 'index.handler',
  };
}

function networkProps(service: Service, context: CdkContext): Fields {
  const network = context.networks.get(service.id);
  if (!network) return {};
  const home = context.moduleOf(service);
  return {
    vpc: ts`${reachNetwork(home, network.vpc, context)}.vpc`,
    vpcSubnets: selectSubnets(home, network.subnets, context),
    securityGroups: list([addSecurityGroup(service, context)]),
    // A function has no public address, so public subnets give it no way out; the drawing says where it lies.
    allowPublicSubnet: network.subnets.some(({ route }) => route === 'internet-gateway') ? true : undefined,
  };
}

export function lambdaFunction(service: Service, context: CdkContext): void {
  const settings = kinds['lambda-function'].read(service.element.settings);
  const logs = addLogGroup(service, settings.logRetention, context);
  const { taken: variables } = functionVariables(settings.environment);
  const member = create(
    service,
    ts`lambda.Function`,
    {
      runtime: RUNTIMES[settings.runtime],
      architecture: settings.architecture === 'arm64' ? ts`lambda.Architecture.ARM_64` : ts`lambda.Architecture.X86_64`,
      memorySize: given(service, 'memoryMb', settings.memoryMb, context),
      timeout: call(ts`cdk.Duration.seconds`, given(service, 'timeoutSeconds', settings.timeoutSeconds, context)),
      ...codeProps(service, settings.runtime, context),
      logGroup: logs,
      environment:
        variables.length > 0
          ? object(Object.fromEntries(variables.map(({ name, value }) => [name, value])))
          : undefined,
      environmentEncryption: functionKey(context, service) && drawnKey(service, context),
      reservedConcurrentExecutions:
        settings.reservedConcurrency === null
          ? undefined
          : given(service, 'reservedConcurrency', Math.round(settings.reservedConcurrency), context),
      ...networkProps(service, context),
    },
    context,
  );
  if (settings.functionUrl === 'none') return;
  const authType = ts`lambda.FunctionUrlAuthType.${ident(settings.functionUrl === 'iam' ? 'AWS_IAM' : 'NONE')}`;
  const address = call(ts`${member}.addFunctionUrl`, object({ authType }));
  output(service, 'Url', `Where ${service.definition.title} answers`, ts`${address}.url`, context);
}
