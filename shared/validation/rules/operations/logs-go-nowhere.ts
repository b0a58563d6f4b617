import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import { keepLogs } from '../../fixes/keep-logs';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const SERVING: ReadonlySet<string> = new Set(['web', 'app']);

const isUsed = (part: Topology, { id, role }: Service): boolean =>
  role === 'worker' ? part.incoming(id).length > 0 : SERVING.has(role) && part.isCritical(id);

interface Machine extends Pick<Service, 'id' | 'name' | 'region'> {
  /** Its logs stay on the machine; functions always write to CloudWatch. */
  readonly isSilent: boolean;
}

const findMachines = findInParts((part) =>
  mapDefined(part.services, (service): Machine | undefined => {
    const { kind } = service;
    if ((kind !== 'ec2-instance' && kind !== 'auto-scaling-group') || !isUsed(part, service)) return undefined;
    const { id, name, region, element } = service;
    const keepsNone = kinds[kind].read(element.settings).logRetention === 'none';
    return { id, name, region, isSilent: keepsNone && !part.outgoing(id).some((link) => link.kind === 'logs') };
  }),
);

function report(regionId: string, silent: readonly Machine[], some: boolean): Violation {
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

function check(topology: Topology, facts: Facts): Violation[] {
  const machines = findMachines(facts);
  return topology.regions.flatMap((region) => {
    const here = machines.filter((machine) => machine.region === region);
    const silent = here.filter(({ isSilent }) => isSilent);
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
