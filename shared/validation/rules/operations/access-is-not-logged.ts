import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { logAccess } from '../../fixes/log-access';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** What can write access logs: into a bucket, or to CloudWatch. */
const LOGGING: ReadonlySet<string> = new Set(['application-load-balancer', 'api-gateway']);

const isLogged = (topology: Topology, { id, kind, element }: Service): boolean =>
  kind === 'api-gateway'
    ? kinds[kind].read(element.settings).logRetention !== 'none'
    : topology.outgoing(id).some((link) => link.kind === 'logs');

function report(regionId: string, silent: readonly Service[], audited: boolean): Violation {
  const ids = silent.map(({ id }) => id);
  return {
    severity: audited ? 'warning' : 'info',
    elements: [regionId, ...ids],
    message: `${namesOf(silent)} keeps no record of who asked for what. After a break-in, nobody can say what was taken. Keep access logs.`,
    fixes: [
      {
        id: 'log-access',
        title: 'Keep access logs for 90 days',
        kind: 'auto',
        apply: (design, newId) => logAccess(design, newId, regionId, ids),
      },
    ],
  };
}

function check(topology: Topology): Violation[] {
  const audited = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const writers = topology.services.filter(({ id, kind }) => LOGGING.has(kind) && topology.isCritical(id));
  return topology.regions.flatMap((region) => {
    const here = writers.filter((service) => service.region === region);
    const silent = here.filter((service) => !isLogged(topology, service));
    // Where nobody has to account for access, only what was forgotten beside others is worth a word.
    const wanted = audited || silent.length < here.length;
    return silent.length === 0 || !wanted ? [] : [report(region.id, silent, audited)];
  });
}

export const accessIsNotLogged: Rule = {
  id: 'OPS-03',
  group: 'operations',
  severity: 'warning',
  title: 'Access, flow or audit logs are off',
  why: 'What was not written down cannot be looked up, and those who must account for it are asked years later.',
  trigger:
    'In regulated designs, a load balancer or API that users depend on writes no access logs. Advice elsewhere where others of the Region do. One finding a Region.',
  guide: [],
  references: ['AWS Well-Architected SEC04-BP01', 'checkov CKV_AWS_91'],
  check,
};
