import { type Ingress, isWorld, type Service } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { closeWrittenRules } from '../../fixes/close-written-rules';
import type { Rule, Violation } from '../../rule';

const EDGE: ReadonlySet<string> = new Set(['load-balancer', 'edge', 'bastion', 'gateway', 'database', 'cache']);

const cidrOf = ({ source }: Ingress): string => (source.kind === 'cidr' ? source.cidr : '');
const portsOf = ({ fromPort, toPort }: Ingress): string =>
  fromPort === toPort ? `port ${fromPort}` : `ports ${fromPort} to ${toPort}`;

function checkService(service: Service): Violation | undefined {
  if (!service.traits.inVpc || EDGE.has(service.role)) return undefined;
  const written = service.ingress.filter(({ connectionId, source }) => connectionId === null && source.kind === 'cidr');
  const world = written.filter((ingress) => isWorld(cidrOf(ingress)));
  const wide = written.filter(({ fromPort, toPort }) => toPort > fromPort);
  const [first] = world.length > 0 ? world : wide;
  if (!first) return undefined;
  const whom = world.length > 0 ? 'every address on the internet' : cidrOf(first);
  return {
    severity: world.length > 0 ? 'error' : 'warning',
    elements: [service.id],
    message: `${service.name} opens ${portsOf(first)} to ${whom} by a rule written by hand. What it is for the drawing does not say, and whatever listens there can be reached. Draw a connection for what is needed and drop the rule.`,
    fixes: [
      {
        id: 'drop-rules',
        title: 'Drop the rules; drawn connections stay open',
        kind: 'auto',
        apply: (design) =>
          closeWrittenRules(design, service.id, (rule) => isWorld(rule.cidr) || rule.toPort > rule.fromPort),
      },
    ],
  };
}

export const worldOpenMachine: Rule = {
  id: 'NET-07',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'World-open ingress on something that is not an edge service',
  why: 'Load balancers and distributions are built to face the internet. A machine behind them is safe only while nobody can talk to it.',
  trigger:
    'A rule written by hand lets every address reach a machine or file system, or opens a range of ports (a warning).',
  guide: ['3.2'],
  references: ['AWS Well-Architected SEC05-BP02', 'checkov CKV_AWS_260', 'cfn_nag W27'],
  check: (_topology, { openToAddresses }) => mapDefined(openToAddresses, checkService),
};
