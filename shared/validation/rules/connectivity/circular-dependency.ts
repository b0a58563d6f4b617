import type { Service, Topology } from '../../../topology/topology';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

const MOST_LINES = 200;

function report(topology: Topology, circle: readonly Service[]): Violation {
  const inside = new Set(circle);
  const lines = circle.flatMap((service) =>
    topology.outgoing(service.id).filter(({ synchronous, optional, to }) => synchronous && !optional && inside.has(to)),
  );
  return {
    elements: circle.map(({ id }) => id),
    connections: lines.slice(0, MOST_LINES).map(({ id }) => id),
    message: `${listNames(circle.map(({ name }) => name))} wait for one another in a circle. When one slows down, all do, and after an outage none can start first. Hand over one of the calls in a queue, or say that it works without.`,
    fixes: [{ id: 'break', title: 'Lead one of the calls through a queue, or move what both need', kind: 'manual' }],
  };
}

export const circularDependency: Rule = {
  id: 'CON-12',
  group: 'connectivity',
  severity: 'warning',
  title: 'Circular hard dependency',
  why: 'Parts that need one another can only fail together, be changed together and be started together.',
  trigger: 'Services call one another synchronously in a circle, and none of the calls is optional.',
  guide: ['4.1.4'],
  references: ['AWS Well-Architected REL05-BP01'],
  check: (topology, { losses }) => losses.circles.map((circle) => report(topology, circle)),
};
