import { isScalingKind } from '../../../catalog/scaling-groups';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { askForUsers } from '../../fixes/ask-for-users';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import { runTwoCopies } from '../../fixes/two-copies';
import type { ServiceCut, ZoneCut } from '../../graph/losses';
import { keepsState } from '../../instance-state';
import type { Fix, Rule, Violation } from '../../rule';
import { countOf, namesOf } from '../../wording';

const MANUAL: Fix = {
  id: 'duplicate',
  title: 'Run a second one in another Availability Zone behind a load balancer, or use a managed service',
  kind: 'manual',
};

function fixFor(topology: Topology, service: Service): Fix {
  const { id, kind, role } = service;
  if (kind === 'efs')
    return {
      id: 'regional',
      title: 'Keep the files in several Availability Zones',
      kind: 'auto',
      apply: (design, newId) => patchAndSpread(design, newId, id, { oneZone: false }),
    };
  const isMachine = kind === 'ec2-instance' || isScalingKind(kind);
  if (!isMachine || role === 'database' || role === 'cache' || keepsState(topology, service)) return MANUAL;
  return {
    id: 'two-copies',
    title:
      kind === 'ecs-service'
        ? 'Run at least two copies over two Availability Zones'
        : 'Run at least two copies over two Availability Zones in an Auto Scaling group',
    kind: 'auto',
    apply: (design, newId) => runTwoCopies(design, newId, id),
  };
}

function reportService(topology: Topology, facts: Facts, { service, entries, lost }: ServiceCut): Violation {
  const others = lost > 1 ? ` and ${countOf(lost - 1, 'more service')} behind it` : '';
  return {
    elements: [service.id],
    message: `${service.name} has no second copy, and requests from ${namesOf(entries)} have no way around it. When it fails, ${service.name}${others} cannot be reached. Run a second copy in another zone.`,
    evidence: facts.losses.evidence([service]),
    fixes: [fixFor(topology, service)],
  };
}

function reportZone(facts: Facts, { zone, failing }: ZoneCut): Violation {
  return {
    elements: [zone.id, ...failing.map(({ id }) => id)],
    message: `When ${zone.code} fails, ${namesOf(failing)} cannot be reached, because nothing in another zone takes over. Run a copy in a second zone.`,
    evidence: facts.losses.evidence(failing, [zone]),
    fixes: [MANUAL],
  };
}

function askWhoUsesIt(first: Service): Violation {
  return {
    status: 'unknown',
    elements: [first.id],
    message: 'Single points of failure cannot be found yet: nothing says where requests come from.',
    question: `Who uses this design? Draw users or an office network and connect them to ${first.name} or another entry.`,
    ask: { element: first.id, setting: null },
    fixes: [askForUsers(first.id)],
  };
}

/** The proof was cut short; saying nothing would look like a pass. */
function reportSkipped(skipped: readonly Service[]): Violation[] {
  const [first] = skipped;
  if (!first) return [];
  return [
    {
      status: 'unknown',
      severity: 'info',
      elements: [first.id],
      message: `Single points of failure were not looked for as ${namesOf(skipped)} see them: the design has too many ways through it.`,
      question: 'Do all these users come in at different places? Draw those that use the same entry as one.',
      ask: { element: first.id, setting: null },
    },
  ];
}

export const singlePointOfFailure: Rule = {
  id: 'AVL-12',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Single point of failure on a request path',
  why: 'What every request passes through and exists once decides the availability of the whole, however redundant the rest is.',
  trigger:
    'On the synchronous connections from an actor, one service without a second copy, or one zone, is on every way to some service. Proved from the graph, per entry.',
  guide: ['4.4'],
  references: ['AWS Well-Architected REL10-BP01'],
  check: (topology, facts) => {
    const { hasActors, front } = facts.overall;
    if (!hasActors) return topology.services.filter(({ id }) => id === front).map(askWhoUsesIt);
    const { cutOf, zoneCutOf, skipped } = facts.losses;
    return [
      ...reportSkipped(topology.actors.length > 0 ? skipped : []),
      ...mapDefined(topology.services, (service) => {
        const cut = cutOf(service);
        return cut && reportService(topology, facts, cut);
      }),
      ...mapDefined(topology.zones, (zone) => {
        const cut = zoneCutOf(zone);
        return cut && reportZone(facts, cut);
      }),
    ];
  },
};
