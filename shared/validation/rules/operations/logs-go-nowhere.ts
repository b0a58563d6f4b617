import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { keepLogs } from '../../fixes/keep-logs';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const SERVING: ReadonlySet<string> = new Set(['web', 'app', 'worker']);

/** Its logs stay on the machine; functions always write to CloudWatch. */
function isSilent(topology: Topology, { id, kind, element }: Service): boolean {
  if (kind !== 'ec2-instance' && kind !== 'auto-scaling-group') return false;
  if (kinds[kind].read(element.settings).logRetention !== 'none') return false;
  return !topology.outgoing(id).some((link) => link.kind === 'logs');
}

function report(regionId: string, silent: readonly Service[], some: boolean): Violation {
  const ids = silent.map(({ id }) => id);
  return {
    severity: some ? 'info' : 'warning',
    elements: [regionId, ...ids],
    message: `The logs of ${namesOf(silent)} stay on the machines. What a failed one wrote last goes with it, and nobody reads a dozen machines one by one. Send them to CloudWatch.`,
    fixes: [
      {
        id: 'keep-logs',
        title: 'Keep their logs in CloudWatch for 30 days',
        kind: 'auto',
        apply: (design) => keepLogs(design, ids),
      },
    ],
  };
}

function check(topology: Topology): Violation[] {
  const machines = topology.services.filter(
    ({ id, kind, role }) =>
      (kind === 'ec2-instance' || kind === 'auto-scaling-group') &&
      SERVING.has(role) &&
      (role === 'worker' ? topology.incoming(id).length > 0 : topology.isCritical(id)),
  );
  return topology.regions.flatMap((region) => {
    const here = machines.filter((service) => service.region === region);
    const silent = here.filter((service) => isSilent(topology, service));
    return silent.length === 0 ? [] : [report(region.id, silent, silent.length < here.length)];
  });
}

export const logsGoNowhere: Rule = {
  id: 'OPS-02',
  group: 'operations',
  severity: 'warning',
  title: 'Compute tier has no log destination',
  why: 'The log that explains a failure is on the machine that failed. Machines of a group come and go within the hour.',
  trigger:
    'Web, app or worker machines in use keep their logs nowhere but on themselves. Advice only where others send theirs. One finding a Region.',
  guide: ['4.2.8'],
  references: ['AWS Well-Architected OPS04-BP01'],
  check,
};
