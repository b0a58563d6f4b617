import { kinds } from '../../../shared/catalog/services';
import { furtherNames, zoneOf } from '../../plan/certificates';
import type { Emitter } from '../emit-context';
import { ref } from '../intrinsics';

export const certificate: Emitter = (service, context) => {
  const { domain } = kinds.certificate.read(service.element.settings);
  const names = furtherNames(service);
  const zone = zoneOf(context, service);
  if (!zone)
    context.notes.add(
      'assumed',
      [service.id],
      `The stack waits at ${service.name} until somebody enters the records that AWS asks for: no hosted zone of ${domain} is drawn.`,
    );
  context.add(service, '', {
    Type: 'AWS::CertificateManager::Certificate',
    Properties: {
      DomainName: domain,
      ...(names.length > 0 ? { SubjectAlternativeNames: names } : {}),
      ValidationMethod: 'DNS',
      // One record proves the domain and the names one level below it.
      ...(zone ? { DomainValidationOptions: [{ DomainName: domain, HostedZoneId: ref(context.id(zone.id)) }] } : {}),
      Tags: context.tags(service.name),
    },
  });
};
