import type { Link, Service, Subnet } from '../../../topology/topology';
import { groupBy } from '../../../util/grouping';
import { faceInternet } from '../../fixes/face-internet';
import { runBehindLoadBalancer } from '../../fixes/load-balance';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const isPublic = (subnet: Subnet): boolean => subnet.class === 'public' || subnet.exposure === 'public';

/** Callers come from the internet, and nothing there leads to the target. */
const comesFromOutside = ({ from, opensPort }: Link): boolean => from.role === 'actor' && opensPort;

const isHidden = ({ traits, subnets }: Service): boolean =>
  traits.inVpc && (!traits.publicAddress || !subnets.some(isPublic));

/** Reached from inside its VPC alone. */
const belongsToVpc = ({ traits, definition }: Service): boolean => traits.inVpc || definition.family === 'vpn';

/** AWS carries replicas of RDS and Aurora into other Regions over connections of its own. */
const isCarriedByAws = ({ kind, from, to }: Link): boolean =>
  kind === 'replicates' && from.definition.family === 'relational' && from.region !== to.region;

const isElsewhere = (link: Link): boolean => {
  const { from, to, opensPort } = link;
  const apart = from.vpc !== null && to.vpc !== null && from.vpc !== to.vpc;
  return opensPort && apart && belongsToVpc(to) && !isCarriedByAws(link);
};

const MANUAL: Fix = { id: 'connect', title: 'Give them a way to each other, or drop the connection', kind: 'manual' };
const APART: Fix = {
  id: 'join',
  title:
    'Move both into one VPC, or accept this where the VPCs are joined outside this design (peering, transit gateway)',
  kind: 'manual',
};

function fixFor(target: Service, outside: readonly Link[]): Fix {
  if (target.kind === 'application-load-balancer' || target.kind === 'network-load-balancer')
    return {
      id: 'face-internet',
      title: 'Make it face the internet from public subnets',
      kind: 'auto',
      apply: (design, newId) => faceInternet(design, newId, target.id),
    };
  const requests = outside.every(({ kind }) => kind === 'traffic');
  if (target.definition.family !== 'compute' || !requests) return MANUAL;
  return {
    id: 'add-load-balancer',
    title: 'Put a load balancer that faces the internet in front',
    kind: 'auto',
    apply: (design, newId) => runBehindLoadBalancer(design, newId, [target.id]),
  };
}

const isBlocked = (link: Link): boolean => (comesFromOutside(link) && isHidden(link.to)) || isElsewhere(link);

function checkTarget(target: Service, links: readonly Link[]): Violation {
  const elsewhere = links.filter(isElsewhere);
  const outside = isHidden(target) ? links.filter(comesFromOutside) : [];
  const blocked = [...outside, ...elsewhere];
  const callers = namesOf([...new Set(blocked.map(({ from }) => from))]);
  const reason =
    outside.length > 0
      ? `${target.name} has no address on the internet that leads to it`
      : `${target.name} lies in another VPC, and nothing drawn joins the two`;
  return {
    elements: [target.id],
    connections: blocked.map(({ id }) => id),
    message: `${callers} cannot reach ${target.name} as drawn: ${reason}. Connect through something that both can reach.`,
    fixes: [elsewhere.length > 0 ? APART : fixFor(target, outside)],
  };
}

export const blockedConnection: Rule = {
  id: 'CON-07',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'A drawn connection would be blocked',
  why: 'A line on the drawing opens the port, not the way. Where no route leads, the design looks whole and does not work.',
  trigger:
    'A connection from users or an office ends at something without a public address or public subnet, or a connection joins two VPCs (but for replicas of RDS in another Region, which AWS carries there).',
  guide: ['3.2'],
  references: ['Amazon VPC User Guide: internet gateways', 'checkov CKV2_AWS_44'],
  check: ({ arrivals }) =>
    [...groupBy(arrivals.filter(isBlocked), ({ to }) => to)].map(([target, links]) => checkTarget(target, links)),
};
