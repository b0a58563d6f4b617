import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { logBucketOf } from '../access-logs';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { attributesOf, emitLoadBalancer, forwardTo, tlsProperties } from '../load-balancer';
import { defaultTarget, fallbackPath, pathOf, targetGroupId, targetPart, targetsOf, targetsProperty } from '../targets';

const readSettings = (service: Service) => kinds['application-load-balancer'].read(service.element.settings);

function emitFunctionGroup(link: Link, context: EmitContext): void {
  const permission = `InvokedBy${targetPart(link)}`;
  context.add(link.from, permission, {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: getAtt(context.id(link.to.id), 'Arn'),
      Principal: 'elasticloadbalancing.amazonaws.com',
    },
  });
  context.add(link.from, `TargetGroup${targetPart(link)}`, {
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    DependsOn: [context.id(link.from.id, permission)],
    Properties: {
      TargetType: 'lambda',
      Targets: [{ Id: getAtt(context.id(link.to.id), 'Arn') }],
      Tags: context.tags(link.to.name),
    },
  });
}

function emitGroup(link: Link, context: EmitContext): void {
  const { from, to } = link;
  const { healthCheckPath, stickiness } = readSettings(from);
  context.add(from, `TargetGroup${targetPart(link)}`, {
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Properties: {
      VpcId: ref(context.id(from.vpc?.id ?? '')),
      Port: link.port,
      Protocol: link.connection.settings.protocol === 'https' ? 'HTTPS' : 'HTTP',
      ...targetsProperty(link, context),
      HealthCheckPath: healthCheckPath,
      TargetGroupAttributes: attributesOf({
        'deregistration_delay.timeout_seconds': '60',
        ...(stickiness ? { 'stickiness.enabled': 'true', 'stickiness.type': 'lb_cookie' } : {}),
      }),
      Tags: context.tags(to.name),
    },
  });
}

const NOT_FOUND: JsonObject = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '503', ContentType: 'text/plain', MessageBody: 'No target is connected yet.' },
};

const TO_HTTPS: JsonObject = {
  Type: 'redirect',
  RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
};

/** The first target answers by default; the others on the path written on their connection. */
function emitRules(listener: string, others: readonly Link[], service: Service, context: EmitContext): void {
  others.forEach((link, index) => {
    const path = pathOf(link);
    if (path === undefined)
      context.notes.add(
        'assumed',
        [link.id, service.id],
        `${service.name} sends ${fallbackPath(link)} to ${link.to.name}; label the connection with another path to change that.`,
      );
    context.add(service, `Rule${targetPart(link)}`, {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: {
        ListenerArn: ref(listener),
        Priority: index + 1,
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path ?? fallbackPath(link)] } }],
        Actions: [forwardTo(targetGroupId(context, link))],
      },
    });
  });
}

export const applicationLoadBalancer: Emitter = (service, context) => {
  const settings = readSettings(service);
  const https = settings.listener === 'https';
  const logs = logBucketOf(service, context);
  const balancer = emitLoadBalancer(
    service,
    {
      type: 'application',
      scheme: settings.scheme,
      protocol: settings.listener,
      attributes: {
        'idle_timeout.timeout_seconds': String(settings.idleTimeoutSeconds),
        'deletion_protection.enabled': String(settings.deletionProtection),
        'routing.http.drop_invalid_header_fields.enabled': 'true',
        ...(logs ? { 'access_logs.s3.enabled': 'true' } : {}),
      },
      ...(logs ? { logs: ref(context.id(logs.id)), after: [context.id(logs.id, 'Policy')] } : {}),
    },
    context,
  );
  const targets = targetsOf(context, service);
  for (const link of targets)
    if (link.to.kind === 'lambda-function') emitFunctionGroup(link, context);
    else emitGroup(link, context);
  const byDefault = defaultTarget(targets);
  const action = byDefault ? forwardTo(targetGroupId(context, byDefault)) : NOT_FOUND;
  context.add(service, 'Listener', {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: ref(balancer),
      Port: https ? 443 : 80,
      Protocol: https ? 'HTTPS' : 'HTTP',
      ...(https ? tlsProperties(service, settings.tlsPolicy, context) : {}),
      DefaultActions: [action],
    },
  });
  if (https)
    context.add(service, 'HttpListener', {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: { LoadBalancerArn: ref(balancer), Port: 80, Protocol: 'HTTP', DefaultActions: [TO_HTTPS] },
    });
  const others = targets.filter((link) => link !== byDefault);
  emitRules(context.id(service.id, 'Listener'), others, service, context);
};
