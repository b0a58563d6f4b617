import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { apiNameOf } from '../../plan/api-names';
import { apiTargets, LOG_FORMAT, routePath } from '../../plan/api-routes';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import type { CdkContext } from '../cdk-context';
import { addTags, create, given, keep, output, reachService, setting } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { addLogGroup } from '../log-groups';
import { camelOf, pascalOf } from '../names';
import { reachCertificate } from './certificates';
import { recordName } from './edge';

const settingsOf = (service: Service) => kinds['api-gateway'].read(service.element.settings);

function authorizerOf(service: Service, context: CdkContext): Code | undefined {
  const { authorization, issuer, audience } = settingsOf(service);
  const home = context.moduleOf(service);
  if (authorization === 'none') return undefined;
  const name = ident(`${camelOf(service.id)}Authorizer`);
  const given = (part: string, value: string, doc: string): Code =>
    value === '' ? setting(home, service, part, doc, context) : ts`${value}`;
  const made =
    authorization === 'iam'
      ? ts`new authorizers.HttpIamAuthorizer()`
      : call(
          ts`new authorizers.HttpJwtAuthorizer`,
          'Tokens',
          given('Issuer', issuer, 'Address of the issuer of tokens.'),
          object({ jwtAudience: list([given('Audience', audience, 'Audience that tokens are made for.')]) }),
        );
  home.add(ts`const ${name} = ${made}`);
  return name;
}

function addRoutes(service: Service, api: Code, context: CdkContext): void {
  const home = context.moduleOf(service);
  const targets = apiTargets(context, service);
  const authorizer = targets.length > 0 ? authorizerOf(service, context) : undefined;
  for (const link of targets) {
    const path = routePath(targets, link);
    const id = `${pascalOf(service.id)}Route${stemOf(link.to.id)}`;
    home.add(
      construct(ts`apigwv2.HttpRoute`, id, {
        httpApi: api,
        routeKey:
          path === undefined
            ? ts`apigwv2.HttpRouteKey.DEFAULT`
            : call(ts`apigwv2.HttpRouteKey.with`, path, ts`apigwv2.HttpMethod.ANY`),
        integration: call(
          ts`new integrations.HttpLambdaIntegration`,
          `${id}Integration`,
          reachService(home, link.to, context),
        ),
        authorizer,
      }),
    );
  }
}

const FOR_API =
  'ARN of the certificate for the name of the API, in AWS Certificate Manager in the Region of the stack.';

/** The name that a drawn hosted zone gives the API, and the certificate for it. */
function addDomain(service: Service, context: CdkContext): Code | undefined {
  const link = apiNameOf(context, service);
  if (!link) return undefined;
  const home = context.moduleOf(service);
  const made = construct(ts`apigwv2.DomainName`, `${pascalOf(service.id)}Domain`, {
    domainName: recordName(link, home, context),
    certificate: reachCertificate(service, home, FOR_API, context),
    securityPolicy: ts`apigwv2.SecurityPolicy.TLS_1_2`,
  });
  const member = keep(service, made, context, 'Domain');
  addTags(home, member, service, context);
  return member;
}

function addStage(service: Service, api: Code, context: CdkContext): void {
  const { logRetention, requestsPerSecond } = settingsOf(service);
  const home = context.moduleOf(service);
  const logs = logRetention === 'none' ? undefined : addLogGroup(service, logRetention, context);
  const domain = addDomain(service, context);
  const name = ident(`${camelOf(service.id)}Stage`);
  const limit = given(service, 'requestsPerSecond', requestsPerSecond, context);
  home.add(
    ts`const ${name} = ${construct(ts`apigwv2.HttpStage`, `${pascalOf(service.id)}Stage`, {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      domainMapping: domain ? object({ domainName: domain }) : undefined,
      throttle: object({ rateLimit: limit, burstLimit: limit }),
      accessLogSettings: logs
        ? object({
            destination: call(ts`new apigwv2.LogGroupLogDestination`, logs),
            format: call(ts`apigateway.AccessLogFormat.custom`, LOG_FORMAT),
          })
        : undefined,
    })}`,
  );
  addTags(home, name, service, context);
}

export function apiGateway(service: Service, context: CdkContext): void {
  const member = create(
    service,
    ts`apigwv2.HttpApi`,
    { apiName: toDescription(service.name, 'API').slice(0, 128), createDefaultStage: false },
    context,
  );
  addRoutes(service, member, context);
  addStage(service, member, context);
  output(service, 'Url', `Where ${service.definition.title} answers`, ts`${member}.apiEndpoint`, context);
}
