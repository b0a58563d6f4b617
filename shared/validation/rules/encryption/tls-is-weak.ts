import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const report = ({ id, name }: Service): Violation => ({
  severity: 'warning',
  elements: [id],
  message: `${name} still speaks TLS 1.0 and 1.1, whose faults are known and whose traffic can be read or changed by who sits in between. All browsers of the last ten years speak TLS 1.2.`,
  fixes: [changeSettings(id, 'Speak TLS 1.2 and 1.3 only', { tlsPolicy: 'modern' })],
});

/** Whether a certificate holds for a domain: the same, or one level below where it says so. */
function covers(certificate: Service, domain: string): boolean {
  const { domain: own, subdomains } = kinds.certificate.read(certificate.element.settings);
  const parent = domain.slice(domain.indexOf('.') + 1);
  if (own.startsWith('*.')) return own.slice(2) === parent;
  return own === domain || (subdomains && own === parent);
}

/** Distributions take certificates from this Region only. ACM User Guide, "AWS Region support". */
const CERTIFICATE_REGION = 'us-east-1';

function checkCertificates(topology: Topology, listener: Service): Violation | undefined {
  const certificates = topology
    .outgoing(listener.id)
    .filter(({ kind, to }) => kind === 'uses' && to.kind === 'certificate')
    .map(({ to }) => to);
  if (certificates.length === 0) return undefined;
  const far = certificates.find(({ region }) => {
    const wanted = listener.kind === 'cloudfront' ? CERTIFICATE_REGION : listener.region?.code;
    return region !== null && wanted !== undefined && region.code !== wanted;
  });
  const ids = certificates.map(({ id }) => id);
  if (far)
    return {
      elements: [listener.id, ...ids],
      message: `${listener.name} uses ${far.name} from ${far.region?.code ?? 'another Region'}. It takes certificates from ${listener.kind === 'cloudfront' ? CERTIFICATE_REGION : 'its own Region'} only. Draw one there.`,
      fixes: [{ id: 'certificate', title: 'Draw the certificate in the right Region', kind: 'manual' }],
    };
  const domains = topology
    .incoming(listener.id)
    .flatMap(({ kind, from }) => (kind === 'dns' && from.kind === 'route53-zone' ? [from] : []))
    .map(({ element }) => kinds['route53-zone'].read(element.settings).domain);
  const bare = domains.find((domain) => !certificates.some((certificate) => covers(certificate, domain)));
  if (bare === undefined) return undefined;
  return {
    elements: [listener.id, ...ids],
    message: `${listener.name} answers for ${bare}, and no certificate it uses holds for that name. Browsers refuse to go on. Let the certificate name it.`,
    fixes: certificates.slice(0, 1).map(({ id }) => ({
      ...changeSettings(id, `Issue the certificate for ${bare}`, { domain: bare }),
      kind: 'choice',
    })),
  };
}

const LISTENERS = ['application-load-balancer', 'network-load-balancer', 'api-gateway', 'cloudfront'] as const;

export const tlsIsWeak: Rule = {
  id: 'ENC-02',
  group: 'encryption',
  byPart: true,
  severity: 'error',
  title: 'TLS listener is incomplete or weak',
  why: 'Encryption is as strong as the oldest version both sides agree on, and an attacker chooses what they agree on.',
  trigger:
    'A listener uses a certificate of another Region, or one that does not hold for the domain that points at it. A warning where it accepts versions below TLS 1.2. Where no certificate is drawn, templates ask for one.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02', 'checkov CKV_AWS_103 and CKV_AWS_174'],
  check: (topology) => [
    ...LISTENERS.flatMap((kind) => topology.ofKind(kind))
      .map((listener) => checkCertificates(topology, listener))
      .filter((found) => found !== undefined),
    ...topology
      .ofKind('application-load-balancer')
      .filter(({ element }) => {
        const { listener, tlsPolicy } = kinds['application-load-balancer'].read(element.settings);
        return listener === 'https' && tlsPolicy === 'legacy';
      })
      .map(report),
    ...topology
      .ofKind('network-load-balancer')
      .filter(({ element }) => {
        const { protocol, tlsPolicy } = kinds['network-load-balancer'].read(element.settings);
        return protocol === 'tls' && tlsPolicy === 'legacy';
      })
      .map(report),
    ...topology
      .ofKind('cloudfront')
      .filter(({ element }) => kinds.cloudfront.read(element.settings).tlsPolicy === 'legacy')
      .map(report),
  ],
};
