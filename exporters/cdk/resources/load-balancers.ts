import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import { logBucketOf } from '../../cloudformation/access-logs';
import {
  defaultTarget,
  fallbackPath,
  pathOf,
  targetPart,
  targetProtocol,
  targetsOf,
} from '../../cloudformation/targets';
import { CONTAINER } from '../../plan/containers';
import type { CdkContext } from '../cdk-context';
import { create, given, output, reachNetwork, reachService, selectSubnets } from '../cdk-context';
import type { Code, Fields } from '../code-writer';
import { call, ident, list, object, ts } from '../code-writer';
import { camelOf } from '../names';
import { addSecurityGroup } from '../security-groups';
import { isWatched, watchedGroup } from './alarms';
import { reachCertificate } from './certificates';

function placeProps(service: Service, scheme: string, context: CdkContext): Fields {
  const { vpc } = service;
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  const home = context.moduleOf(service);
  return {
    vpc: ts`${reachNetwork(home, vpc, context)}.vpc`,
    vpcSubnets: selectSubnets(home, context.subnets.inTwoZones(service), context),
    internetFacing: scheme === 'internet-facing',
  };
}

export function applicationLoadBalancer(service: Service, context: CdkContext): void {
  const settings = kinds['application-load-balancer'].read(service.element.settings);
  const member = create(
    service,
    ts`elbv2.ApplicationLoadBalancer`,
    {
      ...placeProps(service, settings.scheme, context),
      securityGroup: addSecurityGroup(service, context),
      idleTimeout: call(
        ts`cdk.Duration.seconds`,
        given(service, 'idleTimeoutSeconds', settings.idleTimeoutSeconds, context),
      ),
      dropInvalidHeaderFields: true,
      deletionProtection: given(service, 'deletionProtection', settings.deletionProtection, context),
    },
    context,
  );
  const url = call(ts`cdk.Fn.join`, '', list([`${settings.listener}://`, ts`${member}.loadBalancerDnsName`]));
  output(service, 'Url', `Where ${service.definition.title} answers`, url, context);
}

export function networkLoadBalancer(service: Service, context: CdkContext): void {
  const settings = kinds['network-load-balancer'].read(service.element.settings);
  const member = create(
    service,
    ts`elbv2.NetworkLoadBalancer`,
    {
      ...placeProps(service, settings.scheme, context),
      securityGroups: list([addSecurityGroup(service, context)]),
      crossZoneEnabled: given(service, 'crossZone', settings.crossZone, context),
      deletionProtection: given(service, 'deletionProtection', settings.deletionProtection, context),
    },
    context,
  );
  const address = ts`${member}.loadBalancerDnsName`;
  output(service, 'Address', `Where ${service.definition.title} answers`, address, context);
}

function targetOf({ to, port }: Link, context: CdkContext): Code {
  const target = reachService(context.root, to, context);
  if (to.kind === 'auto-scaling-group') return target;
  if (to.kind === 'ecs-service')
    return call(ts`${target}.loadBalancerTarget`, object({ containerName: CONTAINER, containerPort: port }));
  if (to.kind === 'lambda-function') return call(ts`new elbTargets.LambdaTarget`, target);
  return call(ts`new elbTargets.InstanceTarget`, target, port);
}

/** Adds targets to a listener; a target group that an alarm watches gets a name. */
function addTargets(listener: Code, link: Link, props: Fields, context: CdkContext): void {
  const added = call(ts`${listener}.addTargets`, targetPart(link), object(props));
  const isFirst = targetsOf(context, link.from)[0] === link;
  const name = ident(watchedGroup(link.from));
  context.root.add(isFirst && isWatched(link.from, context) ? ts`const ${name} = ${added}` : added);
}

function groupProps(link: Link, context: CdkContext): Fields {
  const targets = list([targetOf(link, context)]);
  if (link.to.kind === 'lambda-function') return { targets };
  const { healthCheckPath, stickiness } = kinds['application-load-balancer'].read(link.from.element.settings);
  const isHttps = link.connection.settings.protocol === 'https';
  return {
    port: link.port,
    protocol: isHttps ? ts`elbv2.ApplicationProtocol.HTTPS` : ts`elbv2.ApplicationProtocol.HTTP`,
    targets,
    healthCheck: object({ path: healthCheckPath }),
    deregistrationDelay: call(ts`cdk.Duration.seconds`, 60),
    stickinessCookieDuration: stickiness ? call(ts`cdk.Duration.days`, 1) : undefined,
  };
}

const NOT_CONNECTED = call(
  ts`elbv2.ListenerAction.fixedResponse`,
  503,
  object({ contentType: 'text/plain', messageBody: 'No target is connected yet.' }),
);
const TO_HTTPS = call(ts`elbv2.ListenerAction.redirect`, object({ protocol: 'HTTPS', port: '443', permanent: true }));

/** How a listener speaks TLS, and with which certificate. */
function tlsProps(service: Service, tlsPolicy: 'modern' | 'legacy', context: CdkContext): Fields {
  const doc = 'ARN of the certificate in AWS Certificate Manager, in the Region of the stack.';
  return {
    certificates: list([reachCertificate(service, context.root, doc, context)]),
    sslPolicy: ts`elbv2.SslPolicy.${ident(tlsPolicy === 'legacy' ? 'TLS13_10' : 'RECOMMENDED_TLS')}`,
  };
}

function listenerProps(service: Service, context: CdkContext): Fields {
  const { listener, tlsPolicy } = kinds['application-load-balancer'].read(service.element.settings);
  if (listener !== 'https') return { port: 80, protocol: ts`elbv2.ApplicationProtocol.HTTP`, open: false };
  return {
    port: 443,
    protocol: ts`elbv2.ApplicationProtocol.HTTPS`,
    ...tlsProps(service, tlsPolicy, context),
    open: false,
  };
}

/** Listeners of an Application Load Balancer: the first target answers by default, the others on their paths. */
function writeHttpListener(service: Service, context: CdkContext): void {
  const { root } = context;
  const balancer = reachService(root, service, context);
  const links = targetsOf(context, service);
  const byDefault = defaultTarget(links);
  const listener = ident(`${camelOf(service.id)}Listener`);
  const props = listenerProps(service, context);
  const whole = byDefault ? props : { ...props, defaultAction: NOT_CONNECTED };
  const added = call(ts`${balancer}.addListener`, 'Listener', object(whole));
  root.add(byDefault ? ts`const ${listener} = ${added}` : added);
  if (byDefault) addTargets(listener, byDefault, groupProps(byDefault, context), context);
  links
    .filter((link) => link !== byDefault)
    .forEach((link, index) => {
      const path = call(ts`elbv2.ListenerCondition.pathPatterns`, list([pathOf(link) ?? fallbackPath(link)]));
      const rule = { priority: index + 1, conditions: list([path]), ...groupProps(link, context) };
      addTargets(listener, link, rule, context);
    });
  if (kinds['application-load-balancer'].read(service.element.settings).listener === 'https')
    root.add(
      call(ts`${balancer}.addListener`, 'HttpListener', object({ port: 80, open: false, defaultAction: TO_HTTPS })),
    );
  const logs = logBucketOf(service, context);
  if (logs) root.add(call(ts`${balancer}.logAccessLogs`, reachService(root, logs, context)));
}

function writeNetworkListener(service: Service, context: CdkContext): void {
  const { protocol, port, tlsPolicy } = kinds['network-load-balancer'].read(service.element.settings);
  const [link] = targetsOf(context, service);
  if (!link) return;
  const listener = ident(`${camelOf(service.id)}Listener`);
  const props = {
    port,
    protocol: ts`elbv2.Protocol.${ident(protocol.toUpperCase())}`,
    ...(protocol === 'tls' ? tlsProps(service, tlsPolicy, context) : {}),
  };
  const balancer = reachService(context.root, service, context);
  context.root.add(ts`const ${listener} = ${call(ts`${balancer}.addListener`, 'Listener', object(props))}`);
  const groupOf = {
    port: link.port,
    protocol: ts`elbv2.Protocol.${ident(targetProtocol(link))}`,
    targets: list([targetOf(link, context)]),
    healthCheck: object({ protocol: ts`elbv2.Protocol.TCP` }),
    deregistrationDelay: call(ts`cdk.Duration.seconds`, 60),
  };
  addTargets(listener, link, groupOf, context);
}

/** Listeners and targets, once both ends exist. */
export function writeListeners(context: CdkContext): void {
  const balancers = context.stack.services.filter(({ kind }) => kind.endsWith('load-balancer'));
  if (balancers.length > 0) context.root.heading('Where load balancers send traffic.');
  for (const service of balancers)
    context.pen.during([service.id], () => {
      if (service.kind === 'application-load-balancer') writeHttpListener(service, context);
      else writeNetworkListener(service, context);
    });
}
