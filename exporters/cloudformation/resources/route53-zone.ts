import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import type { Json, JsonObject } from '../../../shared/util/json';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import { domainOf, recordName, recordsOf } from '../dns-names';
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
  if (link.to.kind === 'ec2-instance') return { TTL: SECONDS_TO_LIVE, ResourceRecords: [getAtt(id, 'PublicIp')] };
  return {
    AliasTarget: {
      DNSName: getAtt(id, 'DNSName'),
      HostedZoneId: getAtt(id, 'CanonicalHostedZoneID'),
      EvaluateTargetHealth: true,
    },
  };
}

function emitRecord(zone: Service, link: Link, type: 'A' | 'AAAA', context: EmitContext): void {
  context.add(zone, `${type === 'A' ? 'Record' : 'Ipv6Record'}${stemOf(link.to.id)}`, {
    Type: 'AWS::Route53::RecordSet',
    Properties: {
      HostedZoneId: ref(context.id(zone.id)),
      Name: recordName(zone, link, context),
      Type: type,
      ...targetOf(link, context),
    },
  });
}

function noteUnwritten(zone: Service, records: readonly Link[], context: EmitContext): void {
  for (const link of context.topology.outgoing(zone.id)) {
    if (link.kind !== 'dns' || records.includes(link)) continue;
    const reason =
      link.to.kind === 's3-bucket'
        ? 'only a bucket that is a website can be named; use CloudFront'
        : 'it has no public address in the template';
    context.notes.add('left-out', [link.id], `${zone.name} does not point at ${link.to.name}: ${reason}.`);
  }
}

export const route53Zone: Emitter = (service, context) => {
  const { healthChecks } = kinds['route53-zone'].read(service.element.settings);
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
  for (const link of records) {
    emitRecord(service, link, 'A', context);
    if (link.to.kind === 'cloudfront') emitRecord(service, link, 'AAAA', context);
  }
  noteUnwritten(service, records, context);
  if (healthChecks > 0)
    context.notes.add(
      'left-out',
      [service.id],
      `The health checks of ${service.name} are left out: nothing says what they ask.`,
    );
  context.output(service, 'NameServers', {
    Description: 'Name servers to enter at the registrar of the domain',
    Value: { 'Fn::Join': [', ', getAtt(context.id(service.id), 'NameServers')] },
  });
};
