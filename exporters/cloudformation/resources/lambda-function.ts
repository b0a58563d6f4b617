import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { functionKey, functionVariables } from '../../plan/function-variables';
import { stemOf } from '../../plan/logical-ids';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { emitLogGroup } from '../log-groups';
import { messagesFrom } from '../messaging';
import { afterRoutes, subnetRefs } from '../network';
import { emitAccessPolicy, emitRole } from '../permissions';
import { groupId } from '../security-groups';

export const PLACEHOLDERS: Readonly<Record<string, string>> = {
  'nodejs22.x':
    "// Placeholder: the function's own code is deployed separately.\nexports.handler = async () => ({ statusCode: 503, body: 'Not deployed yet' });\n",
  'python3.13':
    "# Placeholder: the function's own code is deployed separately.\ndef handler(event, context):\n    return {'statusCode': 503, 'body': 'Not deployed yet'}\n",
};

export const HANDLERS: Readonly<Record<string, string>> = {
  java21: 'app.Handler::handleRequest',
  dotnet10: 'App::App.Function::Handler',
  dotnet8: 'App::App.Function::Handler',
};

/** Node.js and Python take text; Java and .NET must be built, so their code is named by parameters. */
function codeOf(service: Service, runtime: string, context: EmitContext): JsonObject {
  const text = PLACEHOLDERS[runtime];
  if (text !== undefined) {
    context.notes.add(
      'assumed',
      [service.id],
      `${service.name} gets placeholder code; deploy its own code separately.`,
    );
    return { Code: { ZipFile: text }, Handler: 'index.handler' };
  }
  context.notes.add(
    'assumed',
    [service.id],
    `${service.name} takes its built code from a bucket: give its name and key as parameters.`,
  );
  const given = (part: string, description: string): JsonObject =>
    context.parameter(context.id(service.id, part), { Type: 'String', Description: description });
  return {
    Code: {
      S3Bucket: given('CodeBucket', 'Bucket that holds the built code of a function'),
      S3Key: given('CodeKey', 'Key of the built code in its bucket'),
    },
    Handler: HANDLERS[runtime] ?? 'index.handler',
  };
}

function vpcConfig(service: Service, context: EmitContext): JsonObject {
  const network = context.networks.get(service.id);
  if (!network) return {};
  return {
    VpcConfig: {
      SubnetIds: subnetRefs(context, network.subnets),
      SecurityGroupIds: [groupId(context, service)],
    },
  };
}

/** A stream is read from its oldest record on; where a batch fails, halves of it are tried. */
const OF_STREAMS: JsonObject = { StartingPosition: 'TRIM_HORIZON', BisectBatchOnFunctionError: true };

/** The function reads the queue or stream by itself; it needs its permissions first. */
function emitSource(link: Link, policy: string | undefined, context: EmitContext): void {
  context.add(link.to, `Reads${stemOf(link.from.id)}`, {
    Type: 'AWS::Lambda::EventSourceMapping',
    DependsOn: policy === undefined ? [] : [policy],
    Properties: {
      EventSourceArn: getAtt(context.id(link.from.id), 'Arn'),
      FunctionName: ref(context.id(link.to.id)),
      ...(link.from.kind === 'kinesis-stream' ? OF_STREAMS : {}),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  });
}

/** An address of its own. For everybody it takes leave to be called both as an address and as a function. */
function emitFunctionUrl(service: Service, access: 'iam' | 'public', context: EmitContext): void {
  const name = ref(context.id(service.id));
  context.add(service, 'Address', {
    Type: 'AWS::Lambda::Url',
    Properties: { AuthType: access === 'iam' ? 'AWS_IAM' : 'NONE', TargetFunctionArn: name },
  });
  if (access === 'public') {
    const everybody = { FunctionName: name, Principal: '*' };
    context.add(service, 'OpenAddress', {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunctionUrl', ...everybody, FunctionUrlAuthType: 'NONE' },
    });
    context.add(service, 'OpenFunction', {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunction', ...everybody, InvokedViaFunctionUrl: true },
    });
  }
  context.output(service, 'Url', {
    Description: `Where ${service.definition.title} answers`,
    Value: getAtt(context.id(service.id, 'Address'), 'FunctionUrl'),
  });
}

export const lambdaFunction: Emitter = (service, context) => {
  const settings = kinds['lambda-function'].read(service.element.settings);
  const network = context.networks.get(service.id);
  const role = emitRole(service, context, 'lambda.amazonaws.com', [
    'service-role/AWSLambdaBasicExecutionRole',
    ...(network ? ['service-role/AWSLambdaVPCAccessExecutionRole'] : []),
  ]);
  const policy = emitAccessPolicy(service, context);
  const logs = emitLogGroup(service, settings.logRetention, context);
  const { taken: variables, refused } = functionVariables(settings.environment);
  const key = functionKey(context, service);
  if (refused.length > 0)
    context.notes.add(
      'left-out',
      [service.id],
      `${service.name} does not get ${refused.join(', ')}: Lambda takes names of two letters and more that begin with a letter, and none of its own.`,
    );
  context.add(service, '', {
    Type: 'AWS::Lambda::Function',
    DependsOn: network ? afterRoutes(context, network.subnets) : [],
    Properties: {
      Runtime: settings.runtime,
      Architectures: [settings.architecture],
      MemorySize: settings.memoryMb,
      Timeout: settings.timeoutSeconds,
      ...codeOf(service, settings.runtime, context),
      Role: getAtt(role, 'Arn'),
      LoggingConfig: { LogGroup: ref(logs) },
      ...(variables.length > 0
        ? { Environment: { Variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])) } }
        : {}),
      ...(key ? { KmsKeyArn: getAtt(context.id(key.id), 'Arn') } : {}),
      ...(settings.reservedConcurrency === null
        ? {}
        : { ReservedConcurrentExecutions: Math.round(settings.reservedConcurrency) }),
      ...vpcConfig(service, context),
      Tags: context.tags(service.name),
    },
  });
  if (settings.functionUrl !== 'none') emitFunctionUrl(service, settings.functionUrl, context);
  for (const kind of ['sqs-queue', 'kinesis-stream'])
    for (const link of messagesFrom(context, service, kind)) emitSource(link, policy, context);
};
