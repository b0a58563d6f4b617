import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import { changeSettings } from '../../fixes/change-settings';
import { logAccess } from '../../fixes/log-access';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** What can write access logs, into a bucket or to CloudWatch, and should: users depend on it. */
interface Writer extends Pick<Service, 'id' | 'name' | 'region'> {
  readonly isLogged: boolean;
}

const isLogged = (part: Topology, { id, kind, element }: Service): boolean =>
  kind === 'api-gateway'
    ? kinds[kind].read(element.settings).logRetention !== 'none'
    : part.outgoing(id).some((link) => link.kind === 'logs');

const findWriters = findInParts((part) =>
  mapDefined(part.services, (service): Writer | undefined => {
    const { id, kind, name, region } = service;
    if (kind !== 'application-load-balancer' && kind !== 'api-gateway') return undefined;
    return part.isCritical(id) ? { id, name, region, isLogged: isLogged(part, service) } : undefined;
  }),
);

interface Missing {
  readonly regionId: string;
  readonly silent: readonly Writer[];
  /** No trail is drawn, and somebody must account for what is done. */
  readonly trail: boolean;
}

function fixFor({ regionId, silent, trail }: Missing): Fix {
  const ids = silent.map(({ id }) => id);
  const title = `Keep access logs for 90 days${trail ? ', and draw a trail of the account' : ''}`;
  return {
    id: 'log-access',
    title: silent.length > 0 ? title : 'Draw a trail that records all Regions, with a bucket of its own',
    // A second trail of an account costs by the event.
    kind: silent.length > 0 ? 'auto' : 'choice',
    apply: (design, newId) => logAccess(design, newId, { regionId, ids, trail }),
  };
}

/** Access logs follow from the drawing; a trail may be there already without being drawn, which is then a question. */
function report(missing: Missing, audited: boolean): Violation {
  const { regionId, silent, trail } = missing;
  const shared = { elements: [regionId, ...silent.map(({ id }) => id)], fixes: [fixFor(missing)] };
  if (silent.length === 0)
    return {
      ...shared,
      status: 'unknown',
      message: 'No trail is drawn, so nothing here says who changed what in the account.',
      question: 'Does a trail record what is done in this account? Draw it; where it is kept elsewhere, accept this.',
      ask: { element: regionId, setting: null },
    };
  const also = trail ? ' No trail of the account is drawn either.' : '';
  return {
    ...shared,
    severity: audited ? 'warning' : 'info',
    message: `${namesOf(silent)} keeps no record of who asked for what. After a break-in, nobody can say what was taken. Keep access logs.${also}`,
  };
}

function checkRegions(topology: Topology, facts: Facts, audited: boolean): Violation[] {
  const writers = findWriters(facts);
  const unaudited = audited && topology.ofKind('cloudtrail').length === 0;
  const home = topology.regions.find((region) => topology.services.some((service) => service.region === region));
  return topology.regions.flatMap((region) => {
    const here = writers.filter((service) => service.region === region);
    const silent = here.filter((writer) => !writer.isLogged);
    // Where nobody has to account for access, only what was forgotten beside others is worth a word.
    const wanted = audited || silent.length < here.length ? silent : [];
    const trail = unaudited && region === home;
    return wanted.length === 0 && !trail ? [] : [report({ regionId: region.id, silent: wanted, trail }, audited)];
  });
}

/** A trail that is drawn and leaves out what it is there for. */
function checkTrail(trail: Service, all: readonly Service[], audited: boolean): Violation | undefined {
  const { validation } = kinds.cloudtrail.read(trail.element.settings);
  const isNarrow = !all.some(({ element }) => kinds.cloudtrail.read(element.settings).allRegions);
  if (validation && !isNarrow) return undefined;
  const faults = [
    ...(isNarrow ? ['records one Region, and intruders work where nobody looks'] : []),
    ...(validation ? [] : ['has files without a signature, so that nobody can tell whether some were changed']),
  ];
  return {
    severity: audited ? 'warning' : 'info',
    elements: [trail.id],
    message: `${trail.name} ${faults.join(', and it ')}. Record all Regions, in signed files.`,
    fixes: [
      changeSettings(trail.id, 'Record all Regions in signed files', {
        ...(isNarrow ? { allRegions: true } : {}),
        validation: true,
      }),
    ],
  };
}

function check(topology: Topology, facts: Facts): Violation[] {
  const audited = designSettings.read(topology.design.header.settings).environment === 'regulated';
  const trails = topology.ofKind('cloudtrail');
  const wanting = trails.map((trail) => checkTrail(trail, trails, audited)).filter((found) => found !== undefined);
  return [...checkRegions(topology, facts, audited), ...wanting];
}

export const accessIsNotLogged: Rule = {
  id: 'OPS-03',
  group: 'operations',
  severity: 'warning',
  title: 'Access, flow or audit logs are off',
  why: 'What was not written down cannot be looked up, and those who must account for it are asked years later.',
  trigger:
    'In regulated designs, a load balancer or API that users depend on writes no access logs; a question where no trail is drawn. Advice elsewhere where others of the Region write some. A drawn trail that records one Region or does not sign its files. One finding a Region, and one a trail.',
  guide: [],
  references: ['AWS Well-Architected SEC04-BP01', 'checkov CKV_AWS_91', 'AWS Config cloudtrail-security-trail-enabled'],
  check,
};
