import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';
import { countOf, namesOf } from '../../wording';

const STEERED: ReadonlySet<string> = new Set(['load-balancer', 'compute']);

function checkZone(topology: Topology, zone: Service): Violation | undefined {
  const links = topology
    .outgoing(zone.id)
    .filter(({ kind, to }) => kind === 'dns' && STEERED.has(to.definition.family));
  const { healthChecks } = kinds['route53-zone'].read(zone.element.settings);
  const targets = [...new Set(links.map(({ to }) => to))];
  if (targets.length < 2 || healthChecks >= targets.length) return undefined;
  const checks = healthChecks === 0 ? 'no health checks' : `${countOf(healthChecks, 'health check')} only`;
  return {
    elements: [zone.id, ...targets.map(({ id }) => id)],
    message: `${zone.name} points at ${namesOf(targets)} with ${checks}: it goes on sending users to one that has failed. Check the health of each.`,
    fixes: [changeSettings(zone.id, `Check the health of all ${targets.length}`, { healthChecks: targets.length })],
  };
}

export const dnsCannotSteerAway: Rule = {
  id: 'AVL-16',
  group: 'availability',
  byPart: true,
  severity: 'warning',
  title: 'DNS or CDN cannot steer away from a failed endpoint',
  why: 'Names are answered before anybody is asked whether the target still serves; only a health check tells.',
  trigger: 'A Route 53 zone points at several load balancers or machines and has fewer health checks than targets.',
  guide: ['4.2.1'],
  references: ['AWS Well-Architected REL11-BP02'],
  check: (topology) => mapDefined(topology.ofKind('route53-zone'), (zone) => checkZone(topology, zone)),
};
