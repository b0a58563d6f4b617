import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { apiNameOf } from '../../plan/api-names';
import { apiTargets, LOG_FORMAT, routePath } from '../../plan/api-routes';
import { stemOf } from '../../plan/logical-ids';
import { toDescription, toTagValue } from '../../plan/plain-text';
import { recordName } from '../dns-names';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, join, ref, sub } from '../intrinsics';
import { certificateArn } from '../load-balancer';
import { emitLogGroup } from '../log-groups';

const settingsOf = (service: Service) => kinds['api-gateway'].read(service.element.settings);

/** Tags of this service are a map. */
const tags = (name: string): JsonObject => ({ Name: toTagValue(name, 'unnamed') });

function emitAuthorizer(service: Service, context: EmitContext): JsonObject {
  const { authorization, issuer, audience } = settingsOf(service);
  if (authorization !== 'jwt') return { AuthorizationType: authorization === 'iam' ? 'AWS_IAM' : 'NONE' };
  const given = (part: string, value: string, description: string): JsonObject =>
    context.parameter(context.id(service.id, part), {
      Type: 'String',
      ...(value === '' ? {} : { Default: value }),
      Description: description,
    });
  context.add(service, 'Authorizer', {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: ref(context.id(service.id)),
      Name: 'Tokens',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: given('Issuer', issuer, 'Address of the issuer of tokens'),
        Audience: [given('Audience', audience, 'Audience that tokens are made for')],
      },
    },
  });
  return { AuthorizationType: 'JWT', AuthorizerId: ref(context.id(service.id, 'Authorizer')) };
}

function emitRoute(link: Link, path: string | undefined, authorization: JsonObject, context: EmitContext): void {
  const api = context.id(link.from.id);
  const name = `For${stemOf(link.to.id)}`;
  context.add(link.from, `Integration${name}`, {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: ref(api),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: getAtt(context.id(link.to.id), 'Arn'),
      PayloadFormatVersion: '2.0',
    },
  });
  context.add(link.from, `Route${name}`, {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref(api),
      RouteKey: path === undefined ? '$default' : `ANY ${path}`,
      Target: join(['integrations', ref(context.id(link.from.id, `Integration${name}`))], '/'),
      ...authorization,
    },
  });
  context.add(link.from, `MayCall${stemOf(link.to.id)}`, {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: getAtt(context.id(link.to.id), 'Arn'),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/*`),
    },
  });
}

function emitStage(service: Service, context: EmitContext): void {
  const { logRetention, requestsPerSecond } = settingsOf(service);
  const logs = logRetention === 'none' ? undefined : emitLogGroup(service, logRetention, context);
  context.add(service, 'Stage', {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: {
      ApiId: ref(context.id(service.id)),
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: requestsPerSecond, ThrottlingBurstLimit: requestsPerSecond },
      ...(logs ? { AccessLogSettings: { DestinationArn: getAtt(logs, 'Arn'), Format: LOG_FORMAT } } : {}),
      Tags: tags(service.name),
    },
  });
}

/** The name that a drawn hosted zone gives the API, and the certificate for it. */
function emitDomain(service: Service, context: EmitContext): void {
  const link = apiNameOf(context, service);
  if (!link) return;
  context.add(service, 'Domain', {
    Type: 'AWS::ApiGatewayV2::DomainName',
    Properties: {
      DomainName: recordName(link.from, link, context),
      DomainNameConfigurations: [
        { EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2', CertificateArn: certificateArn(service, context) },
      ],
      Tags: tags(service.name),
    },
  });
  context.add(service, 'Mapping', {
    Type: 'AWS::ApiGatewayV2::ApiMapping',
    Properties: {
      ApiId: ref(context.id(service.id)),
      DomainName: ref(context.id(service.id, 'Domain')),
      Stage: ref(context.id(service.id, 'Stage')),
    },
  });
}

export const apiGateway: Emitter = (service, context) => {
  const targets = apiTargets(context, service);
  context.add(service, '', {
    Type: 'AWS::ApiGatewayV2::Api',
    Properties: {
      Name: toDescription(service.name, 'API').slice(0, 128),
      ProtocolType: 'HTTP',
      Tags: tags(service.name),
    },
  });
  // Without a route nothing would use it, and its parameters would be asked for in vain.
  const authorization = targets.length > 0 ? emitAuthorizer(service, context) : {};
  for (const link of targets) {
    const path = routePath(targets, link);
    if (path !== undefined)
      context.notes.add(
        'assumed',
        [link.id],
        `${service.name} sends ${path} to ${link.to.name}; label the connection with another path to change that.`,
      );
    emitRoute(link, path, authorization, context);
  }
  if (targets.length === 0)
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} answers nothing: no function is connected behind it.`,
    );
  emitStage(service, context);
  emitDomain(service, context);
  context.output(service, 'Url', {
    Description: `Where ${service.definition.title} answers`,
    Value: getAtt(context.id(service.id), 'ApiEndpoint'),
  });
};
