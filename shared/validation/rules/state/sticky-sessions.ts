import { kinds } from '../../../catalog/services';
import { draftOf } from '../../../model/draft';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { ok } from '../../../util/result';
import { findInParts } from '../../find-in-parts';
import { keepsSessions, readInstanceState } from '../../instance-state';
import type { Rule, Violation } from '../../rule';

/** Sessions on the targets are the cause, and STA-01 reports them; turning stickiness off would only log users out. */
function targetsKeepSessions(topology: Topology, { id }: Service): boolean {
  return topology.outgoing(id).some(({ kind, to }) => {
    const state = kind === 'traffic' ? readInstanceState(topology, to) : undefined;
    return state !== undefined && keepsSessions(state);
  });
}

const findSticky = findInParts((part) =>
  part
    .ofKind('application-load-balancer')
    .filter(({ element }) => kinds['application-load-balancer'].read(element.settings).stickiness),
);

function checkBalancer(topology: Topology, balancer: Service): Violation | undefined {
  if (targetsKeepSessions(topology, balancer)) return undefined;
  return {
    elements: [balancer.id],
    message: `${balancer.name} sends each user to the same copy every time. Load spreads unevenly, and a failed copy takes its users with it. Turn sticky sessions off.`,
    fixes: [
      {
        id: 'turn-off',
        title: 'Turn sticky sessions off',
        kind: 'auto',
        apply: (design) => {
          const draft = draftOf(design);
          draft.patchSettings(balancer.id, { stickiness: false });
          return ok(draft.diff());
        },
      },
    ],
  };
}

export const stickySessions: Rule = {
  id: 'STA-03',
  group: 'state',
  severity: 'warning',
  title: 'Sticky sessions pin users to one copy',
  why: 'Stickiness hides that copies are not equal, and new copies get no load from users who are already there.',
  trigger:
    'An Application Load Balancer has sticky sessions on and its targets keep no sessions themselves (that is STA-01).',
  guide: ['4.2.3'],
  references: ['AWS Well-Architected REL05-BP06'],
  check: (topology, facts) => mapDefined(findSticky(facts), (balancer) => checkBalancer(topology, balancer)),
};
