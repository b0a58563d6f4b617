import type { Link } from '../../../topology/topology';
import { carriesData, crossesFree, crossingShare } from '../../../topology/zone-crossing';
import type { Fix, Rule, Violation } from '../../rule';

/**
 * $20 a month at $0.01 a GB in each direction (AWS data transfer between Availability Zones, us-east-1, 2024-09-25), less is not
 * worth a thought.
 */
const WORTH_A_THOUGHT_GB = 1000;

const amount = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

const FIXES: readonly Fix[] = [
  { id: 'own-zone', title: 'Let each caller use what stands in its own zone', kind: 'manual' },
  { id: 'cache', title: 'Put a cache or a read replica into each zone', kind: 'manual' },
];

function findCrossing(link: Link): Violation[] {
  const { id, from, to, gbPerMonth } = link;
  if (gbPerMonth === null || !carriesData(link) || crossesFree(link)) return [];
  if (from.region === null || from.region !== to.region) return [];
  const share = crossingShare(link);
  const crossing = gbPerMonth * share;
  if (crossing <= WORTH_A_THOUGHT_GB) return [];
  const percent = Math.round(share * 100);
  return [
    {
      elements: [to.id, from.id],
      connections: [id],
      message: `Of the ${amount.format(gbPerMonth)} GB a month between ${from.name} and ${to.name}, ${percent} % (${amount.format(crossing)} GB) cross between Availability Zones and are charged in both directions. Keep callers in the zone of what they call, or accept it as the price of surviving a zone.`,
      fixes: FIXES,
    },
  ];
}

export const chattyAcrossZones: Rule = {
  id: 'COST-05',
  group: 'cost',
  byPart: true,
  severity: 'warning',
  title: 'Chatty traffic crosses Availability Zones',
  why: 'Data between zones is charged twice, on leaving and on arriving, and nothing on a diagram shows it.',
  trigger:
    'More than 1,000 GB a month of a connection with stated data cross between Availability Zones, by where the members of its ends run. What an Application Load Balancer sends and what RDS replicates is free.',
  guide: ['2.8'],
  references: ['AWS Well-Architected COST08-BP02', 'AWS EC2 pricing: data transfer within a Region'],
  check: (topology) => topology.links.flatMap(findCrossing),
};
