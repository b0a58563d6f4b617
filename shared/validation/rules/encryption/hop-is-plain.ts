import { connectionSettings } from '../../../catalog/connections';
import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Link, Topology } from '../../../topology/topology';
import { groupBy } from '../../../util/grouping';
import { changeConnections } from '../../fixes/change-connections';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const CARRIES_DATA: ReadonlySet<string> = new Set(['traffic', 'data', 'session']);
const BEHIND_ENTRY: ReadonlySet<string> = new Set(['cdn', 'load-balancer', 'compute', 'function']);

const isHop = ({ kind, from }: Link): boolean => CARRIES_DATA.has(kind) && BEHIND_ENTRY.has(from.definition.family);

const isSaidToBePlain = ({ connection }: Link): boolean => {
  const { encryption, protocol } = connectionSettings.read(connection.settings);
  return encryption === 'plain' || protocol === 'http';
};

/** The one thing to change so that the hops to a target speak TLS. */
function fixFor({ to }: Link, links: readonly Link[]): Fix {
  const ids = links.map(({ id }) => id);
  if (to.definition.family === 'compute')
    return changeConnections(ids, 'Speak HTTPS to it', { protocol: 'https', encryption: 'tls' });
  if (links.some(isSaidToBePlain))
    return changeConnections(ids, 'Encrypt the connection', { protocol: 'auto', encryption: 'tls' });
  if (to.kind === 'application-load-balancer')
    return changeSettings(to.id, 'Let the load balancer answer with HTTPS', { listener: 'https' });
  if (to.kind === 'network-load-balancer' && to.element.settings.protocol !== 'udp')
    return changeSettings(to.id, 'Let the load balancer answer with TLS', { protocol: 'tls' });
  if (to.kind === 'rds-instance' || to.kind === 'aurora-cluster')
    return changeSettings(to.id, 'Let the database refuse connections without TLS', { requireTls: true });
  if (to.kind === 'elasticache-redis')
    return changeSettings(to.id, 'Encrypt the cache in transit', { encryptedInTransit: true });
  return { id: 'encrypt', title: 'Let the target speak TLS', kind: 'manual' };
}

/** One finding a target, for all the hops to it that are plain, or that nobody says are not. */
function report(first: Link, links: readonly Link[], plain: boolean): Violation {
  const callers = [...new Set(links.map(({ from }) => from))];
  const ids = links.map(({ id }) => id);
  const named = {
    elements: [first.to.id, ...callers.map(({ id }) => id)],
    connections: ids,
    fixes: [fixFor(first, links)],
  };
  const names = namesOf(callers);
  const { name } = first.to;
  if (!plain)
    return {
      ...named,
      status: 'unknown',
      message: `Whether ${names} and ${name} encrypt what they exchange is not stated.`,
      question: `Is what ${first.from.name} exchanges with ${name} encrypted?`,
      ask: { element: first.id, setting: 'encryption' },
    };
  const where = callers.some(({ definition }) => definition.family === 'cdn')
    ? 'Users see a lock, but what they send crosses the internet readable'
    : 'Whoever gets into the network reads along';
  return {
    ...named,
    message: `What passes between ${names} and ${name} is plain text. ${where}. Encrypt this hop too.`,
  };
}

function reportByTarget(links: readonly Link[], plain: boolean): Violation[] {
  const byTarget = groupBy(links, ({ to }) => to);
  return [...byTarget.values()].flatMap((group) => (group[0] ? [report(group[0], group, plain)] : []));
}

function check(topology: Topology): Violation[] {
  const regulated = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const hops = topology.arrivals.filter(isHop);
  const isPlain = (link: Link): boolean => isPlainOrigin(link) || (regulated && link.encrypted === false);
  const plain = hops.filter(isPlain);
  const told = new Set(plain.map(({ to }) => to));
  const open = hops.filter(({ encrypted, to }) => regulated && encrypted === null && !told.has(to));
  return [...reportByTarget(plain, true), ...reportByTarget(open, false)];
}

/** From the edge to an origin that answers plain HTTP: over the internet. */
function isPlainOrigin({ kind, from, to, encrypted }: Link): boolean {
  if (kind !== 'traffic' || from.kind !== 'cloudfront') return false;
  if (to.kind !== 'application-load-balancer') return encrypted === false;
  return kinds['application-load-balancer'].read(to.element.settings).listener === 'http';
}

export const hopIsPlain: Rule = {
  id: 'ENC-03',
  group: 'encryption',
  byPart: true,
  severity: 'warning',
  title: 'A hop behind the entry is plain text',
  why: 'Encryption protects between two points. What lies behind the first is open to everybody who gets in between there.',
  trigger:
    'A distribution fetches from an origin that answers plain HTTP. In regulated designs, any hop behind the entry that is not encrypted; a question where that is not stated.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02'],
  check,
};
