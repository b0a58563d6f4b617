import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import type { Json, JsonObject } from '../../../shared/util/json';
import { certificateOf } from '../../plan/certificates';
import { asksForFirewall, FIREWALL_ARN, firewallOf } from '../../plan/firewalls';
import { hashText, stemOf } from '../../plan/logical-ids';
import { originsOf } from '../../plan/origins';
import { toDescription } from '../../plan/plain-text';
import { recordName } from '../dns-names';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, join, ref } from '../intrinsics';
import { fallbackPath, isTlsListener, pathOf } from '../targets';

/** Policies that AWS manages; ids as in CloudFront Developer Guide, "Managed cache policies" and aws-cdk-lib 2.276. */
const CACHE_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const CACHE_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const SEND_ALL_OF_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';

const isBucket = (link: Link): boolean => link.to.kind === 's3-bucket';
const originId = (link: Link): string => stemOf(link.to.id);

/** Names are unique in an account, so the stack's own id is part of it. */
function emitAccessControl(link: Link, context: EmitContext): JsonObject {
  const part = `AccessTo${stemOf(link.to.id)}`;
  const stackId = { 'Fn::Select': [2, { 'Fn::Split': ['/', ref('AWS::StackId')] }] };
  context.add(link.from, part, {
    Type: 'AWS::CloudFront::OriginAccessControl',
    Properties: {
      OriginAccessControlConfig: {
        Name: join([hashText(`${link.from.id} ${link.to.id}`), stackId], '-'),
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    },
  });
  return getAtt(context.id(link.from.id, part), 'Id');
}

function originOf(link: Link, context: EmitContext): JsonObject {
  const id = context.id(link.to.id);
  if (isBucket(link))
    return {
      Id: originId(link),
      DomainName: getAtt(id, 'RegionalDomainName'),
      S3OriginConfig: { OriginAccessIdentity: '' },
      OriginAccessControlId: emitAccessControl(link, context),
    };
  const balanced = isTlsListener(link.to);
  const isHttps = balanced && link.to.kind === 'application-load-balancer';
  const https = balanced || (link.to.definition.family === 'compute' && link.encrypted === true);
  if (balanced)
    context.notes.add(
      'will-not-work',
      [link.id],
      `${link.from.name} calls ${link.to.name} by its AWS name over HTTPS, which its certificate does not cover; give the origin a name of your own.`,
    );
  return {
    Id: originId(link),
    DomainName: getAtt(id, link.to.kind === 'ec2-instance' ? 'PublicDnsName' : 'DNSName'),
    CustomOriginConfig: {
      OriginProtocolPolicy: https ? 'https-only' : 'http-only',
      ...(https ? (isHttps ? {} : { HTTPSPort: link.port }) : { HTTPPort: link.port }),
      OriginSSLProtocols: ['TLSv1.2'],
    },
  };
}

function behaviorOf(link: Link, viewerProtocol: string): JsonObject {
  const common = { TargetOriginId: originId(link), ViewerProtocolPolicy: viewerProtocol, Compress: true };
  if (isBucket(link)) return { ...common, CachePolicyId: CACHE_OPTIMIZED };
  return {
    ...common,
    AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    CachePolicyId: CACHE_DISABLED,
    OriginRequestPolicyId: SEND_ALL_OF_VIEWER,
  };
}

/** Static files under one path, programs under theirs; what has no path of its own answers for all the rest. */
function pathFor(link: Link, service: Service, context: EmitContext): string {
  const written = pathOf(link);
  if (written !== undefined) return written;
  const path = isBucket(link) ? '/static/*' : fallbackPath(link);
  context.notes.add(
    'assumed',
    [link.id],
    `${service.name} asks ${link.to.name} for ${path}; label the connection with another path to change that.`,
  );
  return path;
}

function further(links: readonly Link[], viewer: string, service: Service, context: EmitContext): JsonObject {
  const used = new Set<string>();
  const behaviors = links.flatMap((link): JsonObject[] => {
    const wanted = pathFor(link, service, context);
    const path = used.has(wanted) ? fallbackPath(link) : wanted;
    used.add(path);
    return [{ PathPattern: path, ...behaviorOf(link, viewer) }];
  });
  return behaviors.length > 0 ? { CacheBehaviors: behaviors } : {};
}

/** A distribution answers to a domain only with a certificate for it, which must lie in us-east-1. */
function domainProperties(service: Service, context: EmitContext): JsonObject {
  const names: Json[] = context.topology
    .incoming(service.id)
    .filter(({ kind, from }) => kind === 'dns' && context.stack.has(from.id))
    .map((link) => recordName(link.from, link, context));
  if (names.length === 0) return {};
  const drawn = certificateOf(context, service);
  const certificate = drawn
    ? ref(context.id(drawn.id))
    : context.parameter(context.id(service.id, 'CertificateArn'), {
        Type: 'String',
        Description: 'ARN of the certificate for the domain, in AWS Certificate Manager in us-east-1',
        AllowedPattern: 'arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+',
        ConstraintDescription: 'The ARN of a certificate in us-east-1',
      });
  return {
    Aliases: names,
    ViewerCertificate: {
      AcmCertificateArn: certificate,
      SslSupportMethod: 'sni-only',
      MinimumProtocolVersion:
        kinds.cloudfront.read(service.element.settings).tlsPolicy === 'legacy' ? 'TLSv1' : 'TLSv1.2_2021',
    },
  };
}

function firewallProperty(service: Service, context: EmitContext): JsonObject {
  const firewall = firewallOf(context, service);
  if (firewall) return { WebACLId: getAtt(context.id(firewall.id), 'Arn') };
  if (!asksForFirewall(context, service)) return {};
  return {
    WebACLId: context.parameter(context.id(service.id, 'WebAclArn'), {
      Type: 'String',
      Description: FIREWALL_ARN.description,
      AllowedPattern: FIREWALL_ARN.pattern,
      ConstraintDescription: 'The ARN of a web ACL for distributions',
    }),
  };
}

export const cloudfront: Emitter = (service, context) => {
  const settings = kinds.cloudfront.read(service.element.settings);
  const links = originsOf(context.topology, service).filter(({ to }) => context.stack.has(to.id));
  const byDefault = links.find((link) => !isBucket(link) && pathOf(link) === undefined) ?? links[0];
  if (!byDefault) return;
  const others = links.filter((link) => link !== byDefault);
  for (const link of context.topology.outgoing(service.id))
    if (!links.includes(link) && link.kind !== 'uses') {
      const reason =
        link.kind === 'logs' ? 'standard logs need access lists, which new buckets refuse' : 'it has no public name';
      context.notes.add('left-out', [link.id], `${service.name} is not connected to ${link.to.name}: ${reason}.`);
    }
  context.add(service, '', {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Comment: toDescription(service.name, 'Distribution').slice(0, 128),
        HttpVersion: 'http2and3',
        IPV6Enabled: true,
        PriceClass: settings.priceClass,
        ...domainProperties(service, context),
        ...firewallProperty(service, context),
        ...(isBucket(byDefault) ? { DefaultRootObject: 'index.html' } : {}),
        Origins: links.map((link) => originOf(link, context)),
        DefaultCacheBehavior: behaviorOf(byDefault, settings.viewerProtocol),
        ...further(others, settings.viewerProtocol, service, context),
      },
      Tags: context.tags(service.name),
    },
  });
  context.output(service, 'DomainName', {
    Description: `Where ${service.definition.title} answers`,
    Value: getAtt(context.id(service.id), 'DomainName'),
  });
};
