import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { certificateOf, furtherNames, zoneOf } from '../../plan/certificates';
import { toDescription, toTagValue } from '../../plan/plain-text';
import { PASSWORD_LENGTH } from '../../plan/secrets';
import type { CdkContext } from '../cdk-context';
import { create, drawnKey, output, reachService, setting } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, list, object, ts } from '../code-writer';
import type { Module } from '../module';
import { pascalOf } from '../names';

export function certificate(service: Service, context: CdkContext): void {
  const { domain } = kinds.certificate.read(service.element.settings);
  const names = furtherNames(service);
  const zone = zoneOf(context, service);
  const home = context.moduleOf(service);
  create(
    service,
    ts`acm.Certificate`,
    {
      domainName: domain,
      // Its name, or the construct would take its own path for one.
      certificateName: toTagValue(service.name, 'unnamed'),
      subjectAlternativeNames: names.length > 0 ? list(names) : undefined,
      validation: call(ts`acm.CertificateValidation.fromDns`, ...(zone ? [reachService(home, zone, context)] : [])),
    },
    context,
  );
}

/** The drawn certificate of a load balancer or distribution, else one that whoever deploys names. */
export function reachCertificate(service: Service, into: Module, doc: string, context: CdkContext): Code {
  const drawn = certificateOf(context, service);
  if (drawn) return reachService(into, drawn, context);
  const arn = setting(into, service, 'CertificateArn', doc, context);
  return call(ts`acm.Certificate.fromCertificateArn`, ts`this`, `${pascalOf(service.id)}Certificate`, arn);
}

export function secret(service: Service, context: CdkContext): void {
  const member = create(
    service,
    ts`secretsmanager.Secret`,
    {
      description: toDescription(service.name, 'Secret'),
      generateSecretString: object({ passwordLength: PASSWORD_LENGTH, excludePunctuation: true }),
      encryptionKey: drawnKey(service, context),
      removalPolicy: ts`cdk.RemovalPolicy.RETAIN`,
    },
    context,
  );
  output(service, 'Arn', `ARN of ${service.definition.title}`, ts`${member}.secretArn`, context);
}
