import type { Link, Service } from '../../../shared/topology/topology';
import type { Json, JsonObject } from '../../../shared/util/json';
import { checkedRecords, healthQuestion, idleChecks } from '../../plan/health-checks';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import { domainOf, recordName, recordsOf, sharersOf } from '../dns-names';
import type { EmitContext, Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { getAtt, ref } from '../intrinsics';

/** Zone of every CloudFront distribution. CloudFormation User Guide, "AWS::Route53::RecordSet AliasTarget". */
const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';
const SECONDS_TO_LIVE = '300';

function targetOf(link: Link, context: EmitContext): JsonObject {
  const id = context.id(link.to.id);
  if (link.to.kind === 'cloudfront')
    return { AliasTarget: { DNSName: getAtt(id, 'DomainName'), HostedZoneId: CLOUDFRONT_ZONE } };
  if (link.to.kind === 'api-gateway') {
    const domain = context.id(link.to.id, 'Domain');
    return {
      AliasTarget: {
        DNSName: getAtt(domain, 'RegionalDomainName'),
        HostedZoneId: getAtt(domain, 'RegionalHostedZoneId'),
      },
    };
  }
  if (link.to.kind === 'ec2-instance') return { TTL: SECONDS_TO_LIVE, ResourceRecords: [getAtt(id, 'PublicIp')] };
  return {
    AliasTarget: {
      DNSName: getAtt(id, 'DNSName'),
      HostedZoneId: getAtt(id, 'CanonicalHostedZoneID'),
      EvaluateTargetHealth: true,
    },
  };
}

/** Whether a target serves, asked every 30 seconds; three silences are enough. */
function emitHealthCheck(zone: Service, link: Link, context: EmitContext): void {
  const question = healthQuestion(link);
  if (!question) return;
  const id = context.id(link.to.id);
  context.add(zone, `Check${stemOf(link.to.id)}`, {
    Type: 'AWS::Route53::HealthCheck',
    Properties: {
      HealthCheckConfig: {
        Type: question.type,
        ...(link.to.kind === 'ec2-instance'
          ? { IPAddress: getAtt(id, 'PublicIp') }
          : { FullyQualifiedDomainName: getAtt(id, 'DNSName') }),
        Port: question.port,
        ...(question.path === undefined ? {} : { ResourcePath: question.path }),
        RequestInterval: 30,
        FailureThreshold: 3,
      },
      HealthCheckTags: context.tags(link.to.name),
    },
  });
}

/** A share of the users, as long as the target serves. */
function shareOf(zone: Service, link: Link, context: EmitContext): JsonObject {
  const sharers = sharersOf(zone, context);
  if (!sharers.includes(link)) return {};
  const isChecked = checkedRecords(zone, recordsOf(zone, context), sharers).includes(link);
  return {
    SetIdentifier: stemOf(link.to.id),
    Weight: 1,
    ...(isChecked ? { HealthCheckId: ref(context.id(zone.id, `Check${stemOf(link.to.id)}`)) } : {}),
  };
}

function emitRecord(zone: Service, link: Link, type: 'A' | 'AAAA', context: EmitContext): void {
  context.add(zone, `${type === 'A' ? 'Record' : 'Ipv6Record'}${stemOf(link.to.id)}`, {
    Type: 'AWS::Route53::RecordSet',
    Properties: {
      HostedZoneId: ref(context.id(zone.id)),
      Name: recordName(zone, link, context),
      Type: type,
      ...shareOf(zone, link, context),
      ...targetOf(link, context),
    },
  });
}

const REASONS: Readonly<Record<string, string>> = {
  's3-bucket': 'only a bucket that is a website can be named; use CloudFront',
  'api-gateway': 'another name leads to it already',
};

function noteUnwritten(zone: Service, records: readonly Link[], context: EmitContext): void {
  for (const link of context.topology.outgoing(zone.id)) {
    if (link.kind !== 'dns' || records.includes(link)) continue;
    const reason = REASONS[link.to.kind] ?? 'it has no public address in the template';
    context.notes.add('left-out', [link.id], `${zone.name} does not point at ${link.to.name}: ${reason}.`);
  }
}

export const route53Zone: Emitter = (service, context) => {
  const records = recordsOf(service, context);
  const domain: Json = domainOf(service, context);
  context.add(service, '', {
    Type: 'AWS::Route53::HostedZone',
    ...keepData('Retain'),
    Properties: {
      Name: domain,
      HostedZoneConfig: { Comment: toDescription(service.name, 'Zone') },
      HostedZoneTags: context.tags(service.name),
    },
  });
  const sharers = sharersOf(service, context);
  for (const link of checkedRecords(service, records, sharers)) emitHealthCheck(service, link, context);
  for (const link of records) {
    emitRecord(service, link, 'A', context);
    if (link.to.kind === 'cloudfront') emitRecord(service, link, 'AAAA', context);
  }
  noteUnwritten(service, records, context);
  if (sharers.length > 0)
    context.notes.add(
      'assumed',
      [service.id, ...sharers.map(({ id }) => id)],
      `${sharers.map(({ to }) => to.name).join(', ')} share one name of ${service.name}, and users are sent to those that answer; label a connection with a host to give its target a name of its own.`,
    );
  const idle = idleChecks(service, records);
  if (idle > 0)
    context.notes.add(
      'left-out',
      [service.id],
      `${idle} of the health checks of ${service.name} ${idle === 1 ? 'is' : 'are'} left out: it points at no further load balancer or machine that answers the internet.`,
    );
  context.output(service, 'NameServers', {
    Description: 'Name servers to enter at the registrar of the domain',
    Value: { 'Fn::Join': [', ', getAtt(context.id(service.id), 'NameServers')] },
  });
};
