import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';
import type { StackPlan } from './placement';

/** The part of a plan that says what is drawn and what is written. */
export interface CertificateView {
  readonly topology: Topology;
  readonly stack: StackPlan;
}

/** CloudFront takes certificates from this Region only. ACM User Guide, "Supported Regions". */
const CLOUDFRONT_REGION = 'us-east-1';

/** The drawn certificate that a load balancer or distribution answers with, where its stack can name it. */
export function certificateOf({ topology, stack }: CertificateView, service: Service): Service | undefined {
  if (service.kind === 'cloudfront' && stack.region !== CLOUDFRONT_REGION) return undefined;
  return topology
    .outgoing(service.id)
    .find(({ kind, to }) => kind === 'uses' && to.kind === 'certificate' && stack.has(to.id))?.to;
}

const settingsOf = (certificate: Service) => kinds.certificate.read(certificate.element.settings);

/** Names that the certificate holds beside its domain. */
export function furtherNames(certificate: Service): readonly string[] {
  const { domain, subdomains } = settingsOf(certificate);
  return subdomains && !domain.startsWith('*.') ? [`*.${domain}`] : [];
}

/** The drawn hosted zone in which AWS finds the proof that the domain is one's own: that of the longest name above it. */
export function zoneOf({ topology, stack }: CertificateView, certificate: Service): Service | undefined {
  const domain = settingsOf(certificate).domain.replace(/^\*\./, '');
  const found = topology
    .ofKind('route53-zone')
    .filter(({ id }) => stack.has(id))
    .map((zone) => ({ zone, name: kinds['route53-zone'].read(zone.element.settings).domain }))
    .filter(({ name }) => domain === name || domain.endsWith(`.${name}`))
    .sort((a, b) => b.name.length - a.name.length);
  return found[0]?.zone;
}
