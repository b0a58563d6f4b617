import { kinds } from '../../../catalog/services';
import { containsCidr, formatCidr, overlapsCidr } from '../../../model/cidr';
import type { Subnet, Topology, Vpc } from '../../../topology/topology';
import { replanCidr } from '../../fixes/place';
import type { Fix, Rule, Violation } from '../../rule';

const SHORTEST = 16;
const LONGEST = 28;

const replan = ({ id, cidr }: Subnet): Fix => ({
  id: 'replan',
  title: 'Give it a free address range',
  kind: 'auto',
  apply: (design, newId) => replanCidr(design, newId, id, Math.min(Math.max(cidr?.prefix ?? 24, SHORTEST), LONGEST)),
});

/** What is wrong with a subnet's range by itself. */
function judgeAlone(subnet: Subnet, vpc: Vpc): Violation | undefined {
  const { cidr, element } = subnet;
  const isSound = cidr && cidr.prefix >= SHORTEST && cidr.prefix <= LONGEST;
  if (isSound && (!vpc.cidr || containsCidr(vpc.cidr, cidr))) return undefined;
  const stated = kinds.subnet.read(element.settings).cidr;
  if (!cidr && stated === '')
    return {
      status: 'unknown',
      elements: [subnet.id],
      message: `${element.name} has no address range yet.`,
      question: `Which addresses of ${vpc.element.name} does ${element.name} get?`,
      ask: { element: subnet.id, setting: 'cidr' },
      fixes: [replan(subnet)],
    };
  const inVpc = vpc.cidr ? `, outside that of its VPC, ${formatCidr(vpc.cidr)}` : '';
  const fault = !cidr
    ? `has "${stated}" as its address range, which is no CIDR block`
    : `has the address range ${stated}${isSound ? inVpc : `; AWS allows /${SHORTEST} to /${LONGEST}`}`;
  return {
    elements: [subnet.id],
    message: `${element.name} ${fault}. AWS refuses to make the subnet. Choose a free range inside the VPC.`,
    fixes: [replan(subnet)],
  };
}

const overlap = (later: Subnet, earlier: Subnet): Violation => ({
  elements: [later.id, earlier.id],
  message: `${later.element.name} and ${earlier.element.name} share addresses. AWS refuses the second of them. Give each subnet a range of its own.`,
  fixes: [replan(later)],
});

/** Overlaps among the ranges, found in one sweep by first address; each subnet is reported once. */
function findOverlaps(subnets: readonly Subnet[]): Violation[] {
  const sorted = subnets
    .flatMap((subnet) => (subnet.cidr ? [{ subnet, cidr: subnet.cidr }] : []))
    .sort((a, b) => a.cidr.base - b.cidr.base || a.cidr.prefix - b.cidr.prefix || (a.subnet.id < b.subnet.id ? -1 : 1));
  const found: Violation[] = [];
  let widest = sorted[0];
  for (const entry of sorted.slice(1)) {
    if (widest && overlapsCidr(widest.cidr, entry.cidr)) found.push(overlap(entry.subnet, widest.subnet));
    else widest = entry;
  }
  return found;
}

function check(topology: Topology): Violation[] {
  const byVpc = new Map<Vpc, Subnet[]>();
  for (const subnet of topology.subnets) {
    if (!subnet.vpc) continue;
    const siblings = byVpc.get(subnet.vpc);
    if (siblings) siblings.push(subnet);
    else byVpc.set(subnet.vpc, [subnet]);
  }
  return [...byVpc].flatMap(([vpc, subnets]) => {
    const alone = subnets.map((subnet) => judgeAlone(subnet, vpc)).filter((found) => found !== undefined);
    const broken = new Set(alone.map(({ elements }) => elements[0]));
    return [...alone, ...findOverlaps(subnets.filter(({ id }) => !broken.has(id)))];
  });
}

export const cidrOutsideOrOverlapping: Rule = {
  id: 'CON-02',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Subnet CIDR is outside the VPC or overlaps a sibling',
  why: 'Each address of a VPC belongs to at most one subnet; a template that says otherwise fails when it is deployed.',
  trigger:
    "A subnet's range is no CIDR block of /16 to /28, lies outside its VPC's, or overlaps that of another subnet.",
  guide: ['3.2'],
  references: ['cfn-lint E3059 and E3060'],
  check,
};
