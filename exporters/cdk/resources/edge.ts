import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import { recordLabel, recordsOf, sharersOf } from '../../cloudformation/dns-names';
import { fallbackPath, isTlsListener, pathOf } from '../../cloudformation/targets';
import { keyOf } from '../../plan/access';
import { checkedRecords, healthQuestion } from '../../plan/health-checks';
import { stemOf } from '../../plan/logical-ids';
import { originsOf } from '../../plan/origins';
import { toDescription } from '../../plan/plain-text';
import type { CdkContext } from '../cdk-context';
import { acknowledge, create, givenConstant, output, reachService, setting, tagWith } from '../cdk-context';
import type { Code, Fields, Value } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import type { Module } from '../module';
import { camelOf, pascalOf } from '../names';
import { reachCertificate } from './certificates';
import { firewallArn } from './firewalls';

const isBucket = (link: Link): boolean => link.to.kind === 's3-bucket';

function originOf(link: Link, context: CdkContext): Code {
  const target = reachService(context.moduleOf(link.from), link.to, context);
  if (isBucket(link)) return call(ts`origins.S3BucketOrigin.withOriginAccessControl`, target);
  const https = isTlsListener(link.to) || (link.to.definition.family === 'compute' && link.encrypted === true);
  const props = object({
    protocolPolicy: https
      ? ts`cloudfront.OriginProtocolPolicy.HTTPS_ONLY`
      : ts`cloudfront.OriginProtocolPolicy.HTTP_ONLY`,
    httpPort: https ? undefined : link.port,
    httpsPort:
      https && (link.to.kind !== 'application-load-balancer' || !isTlsListener(link.to)) ? link.port : undefined,
  });
  if (link.to.kind === 'ec2-instance')
    return call(ts`new origins.HttpOrigin`, ts`${target}.instancePublicDnsName`, props);
  return call(ts`new origins.LoadBalancerV2Origin`, target, props);
}

const VIEWERS: Readonly<Record<string, string>> = {
  'redirect-to-https': 'REDIRECT_TO_HTTPS',
  'https-only': 'HTTPS_ONLY',
  'allow-all': 'ALLOW_ALL',
};

function behaviorOf(link: Link, viewerProtocol: string, context: CdkContext): Code {
  const common: Fields = {
    origin: originOf(link, context),
    viewerProtocolPolicy: ts`cloudfront.ViewerProtocolPolicy.${ident(VIEWERS[viewerProtocol] ?? 'REDIRECT_TO_HTTPS')}`,
  };
  if (isBucket(link)) return object({ ...common, cachePolicy: ts`cloudfront.CachePolicy.CACHING_OPTIMIZED` });
  return object({
    ...common,
    allowedMethods: ts`cloudfront.AllowedMethods.ALLOW_ALL`,
    cachePolicy: ts`cloudfront.CachePolicy.CACHING_DISABLED`,
    originRequestPolicy: ts`cloudfront.OriginRequestPolicy.ALL_VIEWER`,
  });
}

function furtherBehaviors(links: readonly Link[], viewer: string, context: CdkContext): Code | undefined {
  const behaviors = new Map<string, Value>();
  for (const link of links) {
    const wanted = pathOf(link) ?? (isBucket(link) ? '/static/*' : fallbackPath(link));
    behaviors.set(behaviors.has(wanted) ? fallbackPath(link) : wanted, behaviorOf(link, viewer, context));
  }
  return behaviors.size > 0 ? object(Object.fromEntries(behaviors)) : undefined;
}

const domainOf = (zone: Service, into: Module, context: CdkContext): Code =>
  setting(into, zone, 'DomainName', 'Domain of the hosted zone.', context);

/** The name that a record of a hosted zone answers to. */
export function recordName(link: Link, into: Module, context: CdkContext): Code {
  const label = recordLabel(link.from, link, context);
  const domain = domainOf(link.from, into, context);
  return label === undefined ? domain : call(ts`cdk.Fn.join`, '.', list([label, domain]));
}

const FOR_DISTRIBUTION = 'ARN of the certificate for the domain, in AWS Certificate Manager in us-east-1.';

function domainProps(service: Service, context: CdkContext): Fields {
  const links = context.topology
    .incoming(service.id)
    .filter(({ kind, from }) => kind === 'dns' && context.stack.has(from.id));
  if (links.length === 0) return {};
  const names = links.map((link) => recordName(link, context.moduleOf(service), context));
  const legacy = kinds.cloudfront.read(service.element.settings).tlsPolicy === 'legacy';
  return {
    domainNames: list(names),
    certificate: reachCertificate(service, context.moduleOf(service), FOR_DISTRIBUTION, context),
    minimumProtocolVersion: ts`cloudfront.SecurityPolicyProtocol.${ident(legacy ? 'TLS_V1' : 'TLS_V1_2_2021')}`,
  };
}

const PRICE_CLASSES = {
  PriceClass_100: ts`cloudfront.PriceClass.PRICE_CLASS_100`,
  PriceClass_200: ts`cloudfront.PriceClass.PRICE_CLASS_200`,
  PriceClass_All: ts`cloudfront.PriceClass.PRICE_CLASS_ALL`,
};

export function cloudfrontDistribution(service: Service, context: CdkContext): void {
  const settings = kinds.cloudfront.read(service.element.settings);
  const links = originsOf(context.topology, service).filter(({ to }) => context.stack.has(to.id));
  const byDefault = links.find((link) => !isBucket(link) && pathOf(link) === undefined) ?? links[0];
  if (!byDefault) return;
  const others = links.filter((link) => link !== byDefault);
  if (links.some((link) => isBucket(link) && keyOf(context.topology, context.stack, link.to)))
    acknowledge(
      context.root,
      '@aws-cdk/aws-cloudfront-origins:wildcardKeyPolicyForOac',
      'The key cannot name the distribution before there is one.',
    );
  const member = create(
    service,
    ts`cloudfront.Distribution`,
    {
      comment: toDescription(service.name, 'Distribution').slice(0, 128),
      ...domainProps(service, context),
      webAclId: firewallArn(service, context),
      priceClass: givenConstant(service, 'priceClass', settings.priceClass, PRICE_CLASSES, context),
      httpVersion: ts`cloudfront.HttpVersion.HTTP2_AND_3`,
      defaultRootObject: isBucket(byDefault) ? 'index.html' : undefined,
      defaultBehavior: behaviorOf(byDefault, settings.viewerProtocol, context),
      additionalBehaviors: furtherBehaviors(others, settings.viewerProtocol, context),
    },
    context,
  );
  const name = ts`${member}.distributionDomainName`;
  output(service, 'DomainName', `Where ${service.definition.title} answers`, name, context);
}

function recordTarget(link: Link, context: CdkContext): Code {
  const target = reachService(context.root, link.to, context);
  if (link.to.kind === 'ec2-instance')
    return call(ts`route53.RecordTarget.fromIpAddresses`, ts`${target}.instancePublicIp`);
  if (link.to.kind === 'api-gateway') {
    const domain = reachService(context.root, link.to, context, 'Domain');
    const names = [ts`${domain}.regionalDomainName`, ts`${domain}.regionalHostedZoneId`];
    return call(ts`route53.RecordTarget.fromAlias`, call(ts`new targets.ApiGatewayv2DomainProperties`, ...names));
  }
  const alias =
    link.to.kind === 'cloudfront'
      ? call(ts`new targets.CloudFrontTarget`, target)
      : call(ts`new targets.LoadBalancerTarget`, target, object({ evaluateTargetHealth: true }));
  return call(ts`route53.RecordTarget.fromAlias`, alias);
}

export function hostedZone(service: Service, context: CdkContext): void {
  const home = context.moduleOf(service);
  const member = create(
    service,
    ts`route53.PublicHostedZone`,
    { zoneName: domainOf(service, home, context), comment: toDescription(service.name, 'Zone') },
    context,
  );
  home.add(call(ts`${member}.applyRemovalPolicy`, ts`cdk.RemovalPolicy.RETAIN`));
  const servers = call(ts`cdk.Fn.join`, ', ', ts`${member}.hostedZoneNameServers ?? []`);
  output(service, 'NameServers', 'Name servers to enter at the registrar of the domain', servers, context);
}

/** Whether a target serves, asked from all over the world; the constant that holds the check. */
function addHealthCheck(zone: Service, link: Link, isNamed: boolean, context: CdkContext): Code | undefined {
  const question = healthQuestion(link);
  if (!question) return undefined;
  const { root } = context;
  const target = reachService(root, link.to, context);
  const id = `${pascalOf(zone.id)}Check${stemOf(link.to.id)}`;
  const name = ident(camelOf(id));
  const isMachine = link.to.kind === 'ec2-instance';
  const made = construct(ts`route53.HealthCheck`, id, {
    type: ts`route53.HealthCheckType.${ident(question.type)}`,
    ipAddress: isMachine ? ts`${target}.instancePublicIp` : undefined,
    fqdn: isMachine ? undefined : ts`${target}.loadBalancerDnsName`,
    port: question.port,
    resourcePath: question.path,
    requestInterval: call(ts`cdk.Duration.seconds`, 30),
    failureThreshold: 3,
  });
  root.add(isNamed ? ts`const ${name} = ${made}` : made);
  const check = call(ts`this.node.findChild`, id);
  for (const tag of context.tags.ofElement(zone.id, root)) root.add(tagWith(check, tag));
  return name;
}

function writeRecordsOf(service: Service, context: CdkContext): void {
  const records = recordsOf(service, context);
  const sharers = sharersOf(service, context);
  const checks = new Map(
    checkedRecords(service, records, sharers).map((link) => [
      link,
      addHealthCheck(service, link, sharers.includes(link), context),
    ]),
  );
  records.forEach((link) => {
    const props = object({
      zone: reachService(context.root, service, context),
      recordName: recordLabel(service, link, context),
      ...(sharers.includes(link)
        ? { setIdentifier: stemOf(link.to.id), weight: 1, healthCheck: checks.get(link) }
        : {}),
      target: recordTarget(link, context),
      ttl: link.to.kind === 'ec2-instance' ? call(ts`cdk.Duration.minutes`, 5) : undefined,
    });
    const id = `${pascalOf(service.id)}Record${stemOf(link.to.id)}`;
    context.root.add(call(ts`new route53.ARecord`, ts`this`, id, props));
    if (link.to.kind === 'cloudfront') context.root.add(call(ts`new route53.AaaaRecord`, ts`this`, `${id}Ipv6`, props));
  });
}

/** What the names of hosted zones point at, once all of it exists. */
export function writeRecords(context: CdkContext): void {
  const zones = context.stack.services.filter(
    (service) => service.kind === 'route53-zone' && recordsOf(service, context).length > 0,
  );
  if (zones.length > 0) context.root.heading('Where names lead.');
  for (const zone of zones) writeRecordsOf(zone, context);
}
