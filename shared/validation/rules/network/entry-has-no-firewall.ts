import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import { putFirewallBefore } from '../../fixes/firewall-before';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const isGuarded = (topology: Topology, { id }: Service): boolean =>
  topology.outgoing(id).some(({ kind, to }) => kind === 'uses' && to.kind === 'waf-web-acl');

const facesInternet = ({ kind, element }: Service): boolean =>
  kind === 'cloudfront' ||
  (kind === 'application-load-balancer' &&
    kinds['application-load-balancer'].read(element.settings).scheme === 'internet-facing');

/** Users come straight to it, past any distribution. */
const comeStraight = (topology: Topology, { id }: Service): boolean =>
  topology.incoming(id).some(({ kind, from }) => (kind === 'traffic' && from.kind === 'users') || kind === 'dns');

/** A distribution whose firewall looks at what comes through it, and at nothing that goes round it. */
const guardedInFront = (topology: Topology, { id }: Service): Service[] =>
  topology
    .incoming(id)
    .filter(({ kind, from }) => kind === 'traffic' && from.kind === 'cloudfront' && isGuarded(topology, from))
    .map(({ from }) => from);

function fixFor(entry: Service): Fix {
  return {
    id: 'firewall',
    title: 'Put a web ACL before it',
    kind: 'auto',
    apply: (design, newId) => putFirewallBefore(design, newId, entry.id),
  };
}

/** AWS keeps web ACLs of distributions in one Region. AWS WAF Developer Guide, "Scope". */
const EDGE_REGION = 'us-east-1';

/** Why a web ACL cannot stand before what it is drawn before; undefined where it can. */
function faultOf(topology: Topology, { from, to }: Link): string | undefined {
  const wanted = from.kind === 'cloudfront' ? EDGE_REGION : from.region?.code;
  if (to.region && wanted !== undefined && to.region.code !== wanted)
    return `lies in ${to.region.code}, and ${from.name} takes web ACLs from ${from.kind === 'cloudfront' ? EDGE_REGION : 'its own Region'} only`;
  const others = topology
    .incoming(to.id)
    .filter(({ kind, from: other }) => kind === 'uses' && other.kind !== from.kind);
  return from.kind === 'cloudfront' && others.length > 0
    ? `stands before ${namesOf(others.map((other) => other.from))} too, and AWS takes one before load balancers or before distributions, never both`
    : undefined;
}

/** A web ACL that AWS refuses, or that the template cannot put before what it is drawn before. */
function checkFirewalls(topology: Topology, entry: Service): Violation | undefined {
  const lines = topology.outgoing(entry.id).filter(({ kind, to }) => kind === 'uses' && to.kind === 'waf-web-acl');
  const wrong = lines.flatMap((line) => {
    const fault = faultOf(topology, line);
    return fault === undefined ? [] : [{ line, fault }];
  });
  const [first] = wrong;
  if (!first) return undefined;
  const wanted = entry.kind === 'cloudfront' ? EDGE_REGION : entry.region?.code;
  const isDrawn = topology.regions.some(({ code }) => code === wanted);
  const title = `Put a web ACL of ${entry.kind === 'cloudfront' ? EDGE_REGION : 'its Region'} before it`;
  return {
    severity: 'error',
    elements: [entry.id, ...wrong.map(({ line }) => line.to.id)],
    connections: wrong.map(({ line }) => line.id),
    message: `${first.line.to.name} ${first.fault}. Nothing looks at what ${entry.name} is sent. ${title}.`,
    fixes: [
      isDrawn
        ? {
            id: 'firewall-there',
            title,
            kind: 'auto',
            apply: (design, newId) =>
              putFirewallBefore(
                design,
                newId,
                entry.id,
                wrong.map(({ line }) => line.id),
              ),
          }
        : { id: 'firewall-there', title: `Draw the Region ${wanted}, and a web ACL in it`, kind: 'manual' },
    ],
  };
}

function checkEntry(topology: Topology, entry: Service): Violation | undefined {
  if (!facesInternet(entry) || !comeStraight(topology, entry) || isGuarded(topology, entry)) return undefined;
  const fronts = guardedInFront(topology, entry);
  const fault =
    fronts.length > 0
      ? `The firewall before ${namesOf(fronts)} can be gone round: ${entry.name} answers users itself`
      : `${entry.name} answers everybody on the internet, and nothing looks at what they send first`;
  return {
    elements: [entry.id, ...fronts.map(({ id }) => id)],
    message: `${fault}. Known attacks and floods of requests reach the programs behind it. Put a web ACL before it${fronts.length > 0 ? ', or let users come through the distribution only' : ''}.`,
    fixes: [fixFor(entry)],
  };
}

const isEntry = ({ kind }: Service): boolean => kind === 'cloudfront' || kind === 'application-load-balancer';

/** What the templates can put a web ACL before, where it has one already or users come straight to it. */
const findEntries = findInParts((part) =>
  part.services.filter((entry) => isEntry(entry) && (isGuarded(part, entry) || comeStraight(part, entry))),
);

function check(topology: Topology, facts: Facts): Violation[] {
  const regulated = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const hasFirewalls = topology.ofKind('waf-web-acl').length > 0;
  if (!regulated && !hasFirewalls) return [];
  return mapDefined(findEntries(facts), (entry) => checkFirewalls(topology, entry) ?? checkEntry(topology, entry));
}

export const entryHasNoFirewall: Rule = {
  id: 'NET-11',
  group: 'network',
  severity: 'warning',
  title: 'Public entry point has no WAF, or the CDN/WAF can be bypassed',
  why: 'Every address on the internet is tried within hours by programs that know all old holes. A firewall turns most of them away at the door.',
  trigger:
    'Users come straight to a load balancer or distribution without a web ACL, in a regulated design or beside entries that have one; or past a distribution that has one. An error where a web ACL is drawn before what AWS does not let it stand before: of another Region, or before load balancers and distributions at once.',
  guide: [],
  references: ['AWS Well-Architected SEC05-BP01', 'checkov CKV2_AWS_28'],
  check,
};
