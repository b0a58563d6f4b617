import { kinds } from '../../../catalog/services';
import type { Link, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';

const MANUAL: Fix = {
  id: 'encrypt',
  title: 'Let the origin answer with HTTPS, behind a load balancer',
  kind: 'manual',
};

/** From the edge to an origin that answers plain HTTP: over the internet. */
function isPlainOrigin({ kind, from, to }: Link): boolean {
  if (kind !== 'traffic' || from.kind !== 'cloudfront') return false;
  if (to.kind === 'application-load-balancer')
    return kinds['application-load-balancer'].read(to.element.settings).listener === 'http';
  return to.definition.family === 'compute' || to.kind === 'network-load-balancer';
}

function report(link: Link): Violation {
  const { from, to } = link;
  const https = changeSettings(to.id, 'Let the load balancer answer with HTTPS', { listener: 'https' });
  return {
    elements: [to.id, from.id],
    connections: [link.id],
    message: `${from.name} fetches from ${to.name} over plain HTTP. Users see a lock, but what they send crosses the internet readable. Encrypt this hop too.`,
    fixes: [to.kind === 'application-load-balancer' ? https : MANUAL],
  };
}

export const hopIsPlain: Rule = {
  id: 'ENC-03',
  group: 'encryption',
  severity: 'warning',
  title: 'A hop behind the entry is plain text',
  why: 'Encryption protects between two points. What lies behind the first is open to everybody who gets in between there.',
  trigger: 'A distribution fetches from a load balancer or machine that answers plain HTTP.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02'],
  check: (topology: Topology) => topology.links.filter(isPlainOrigin).map(report),
};
