import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import { addAlarms } from '../../fixes/add-alarms';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const WATCHED: ReadonlySet<string> = new Set([
  'application-load-balancer',
  'network-load-balancer',
  'auto-scaling-group',
  'ecs-service',
  'ec2-instance',
  'lambda-function',
  'api-gateway',
  'rds-instance',
  'aurora-cluster',
  'elasticache-redis',
  'elasticache-memcached',
]);

interface Critical extends Pick<Service, 'id' | 'name' | 'region'> {
  readonly isWatched: boolean;
}

const findCritical = findInParts((part) =>
  mapDefined(part.services, ({ id, kind, name, region }): Critical | undefined => {
    if (!WATCHED.has(kind) || !part.isCritical(id)) return undefined;
    return { id, name, region, isWatched: part.incoming(id).some((link) => link.kind === 'monitors') };
  }),
);

function report(regionId: string, silent: readonly Critical[], some: boolean): Violation {
  const ids = silent.map(({ id }) => id);
  return {
    severity: some ? 'info' : 'warning',
    elements: [regionId, ...ids],
    message: `No alarm watches ${namesOf(silent)}. When ${silent.length === 1 ? 'it fails or fills' : 'one of them fails or fills'} up, users notice first. Watch each with an alarm that tells somebody.`,
    fixes: [
      {
        id: 'add-alarms',
        title: 'Add an alarm that watches them and a topic that tells of it',
        kind: 'auto',
        apply: (design, newId) => addAlarms(design, newId, regionId, ids),
      },
    ],
  };
}

function check(topology: Topology, facts: Facts): Violation[] {
  const critical = findCritical(facts);
  return topology.regions.flatMap((region) => {
    const here = critical.filter((service) => service.region === region);
    const silent = here.filter(({ isWatched }) => !isWatched);
    return silent.length === 0 ? [] : [report(region.id, silent, silent.length < here.length)];
  });
}

export const noAlarm: Rule = {
  id: 'OPS-01',
  group: 'operations',
  severity: 'warning',
  title: 'Critical component has no alarm',
  why: 'Redundancy hides the first failure. Without an alarm, it is noticed together with the second.',
  trigger:
    'No alarm watches a load balancer, API, machine, function, database or cache that users depend on. Advice only where others are watched. One finding a Region.',
  guide: ['3.8', '4.2.8'],
  references: ['AWS Well-Architected REL06-BP01'],
  check,
};
