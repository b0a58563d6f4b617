import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';
import { agree, namesOf } from '../../wording';

function checkGroup(topology: Topology, group: Service): Violation | undefined {
  if (kinds['auto-scaling-group'].read(group.element.settings).healthCheck === 'elb') return undefined;
  const balancers = topology
    .incoming(group.id)
    .filter(({ kind, from }) => kind === 'traffic' && from.definition.family === 'load-balancer')
    .map(({ from }) => from);
  if (balancers.length === 0) return undefined;
  return {
    elements: [group.id, ...balancers.map(({ id }) => id)],
    message: `${group.name} replaces an instance only when the machine fails, not when its program stops answering. ${namesOf(balancers)} ${agree(balancers.length, 'takes', 'take')} it out of service and nothing takes its place. Let the load balancer's health check decide.`,
    fixes: [changeSettings(group.id, "Use the load balancer's health check", { healthCheck: 'elb' })],
  };
}

export const healthCheckingIsMissing: Rule = {
  id: 'AVL-13',
  group: 'availability',
  byPart: true,
  severity: 'warning',
  title: 'Health checking is missing',
  why: 'A machine can run while its program hangs. Only a request that is answered shows that a copy serves.',
  trigger:
    'An Auto Scaling group behind a load balancer looks at the EC2 status only. Load balancers themselves always check.',
  guide: ['4.4.1'],
  references: ['AWS Trusted Advisor: Auto Scaling health check', 'AWS Well-Architected REL11-BP01'],
  check: (topology) => mapDefined(topology.ofKind('auto-scaling-group'), (group) => checkGroup(topology, group)),
};
