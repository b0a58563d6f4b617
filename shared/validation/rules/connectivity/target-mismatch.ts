import { connectionSettings } from '../../../catalog/connections';
import type { Link, Service, Topology } from '../../../topology/topology';
import { alignTargets, useApplicationLoadBalancer } from '../../fixes/align-targets';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const HTTP: ReadonlySet<string> = new Set(['auto', 'http', 'https']);
const PLAIN: ReadonlySet<string> = new Set(['auto', 'tcp', 'udp']);

const protocolOf = ({ connection }: Link): string => connectionSettings.read(connection.settings).protocol;

function report(balancer: Service, lines: readonly Link[], fault: string, fix: Fix): Violation[] {
  if (lines.length === 0) return [];
  return [
    {
      elements: [balancer.id, ...new Set(lines.map(({ to }) => to.id))],
      connections: lines.map(({ id }) => id),
      message: `${balancer.name} ${fault} ${namesOf(lines.map(({ to }) => to))}. AWS refuses the target group. ${fix.title}.`,
      fixes: [fix],
    },
  ];
}

const alignFix = (lines: readonly Link[]): Fix => ({
  id: 'align',
  title: 'Let the connection follow the listener',
  kind: 'auto',
  apply: (design) =>
    alignTargets(
      design,
      lines.map(({ id }) => id),
    ),
});

function checkBalancer(topology: Topology, balancer: Service): Violation[] {
  const lines = topology.outgoing(balancer.id).filter(({ kind }) => kind === 'traffic');
  if (balancer.kind === 'application-load-balancer') {
    const odd = lines.filter((line) => !HTTP.has(protocolOf(line)));
    return report(balancer, odd, 'speaks HTTP and is to send something else to', alignFix(odd));
  }
  const functions = lines.filter(({ to }) => to.kind === 'lambda-function');
  if (functions.length > 0)
    return report(balancer, functions, 'passes connections on and cannot call', {
      id: 'use-alb',
      title: 'Use an Application Load Balancer',
      kind: 'auto',
      apply: (design) => useApplicationLoadBalancer(design, balancer.id),
    });
  const odd = lines.filter((line) => !PLAIN.has(protocolOf(line)));
  return report(balancer, odd, 'passes connections on and is to speak HTTP or SSH with', alignFix(odd));
}

export const targetMismatch: Rule = {
  id: 'CON-10',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Load balancer and target do not match',
  why: 'Each kind of load balancer speaks certain protocols with certain targets; a template that mixes them does not deploy.',
  trigger:
    'An Application Load Balancer sends other than HTTP to a target, or a Network Load Balancer other than TCP or UDP, or to a function.',
  guide: ['4.2.1'],
  references: ['Elastic Load Balancing User Guides: target groups', 'cfn-lint E3681 and E3683'],
  check: (topology) =>
    [...topology.ofKind('application-load-balancer'), ...topology.ofKind('network-load-balancer')].flatMap((balancer) =>
      checkBalancer(topology, balancer),
    ),
};
