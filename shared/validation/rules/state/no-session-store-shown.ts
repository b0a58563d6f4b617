import type { Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { sessionFixes } from '../../fixes/session-store';
import type { Rule, Violation } from '../../rule';
import { mostCopies, type ServingUnit, subjectsOf } from '../../serving-units';

function checkUnit(topology: Topology, unit: ServingUnit): Violation | undefined {
  const open = unit.members.filter(
    ({ service, state }) => state.sessions === 'unknown' && topology.isCritical(service.id),
  );
  const [first] = open;
  if (!first || mostCopies(unit.members) < 2) return undefined;
  return {
    status: 'unknown',
    elements: subjectsOf(unit, open),
    message: `${unit.name} serves users with several copies; whether a user can move from one to another is not stated.`,
    question: `Where does ${first.service.name} keep sessions?`,
    ask: { element: first.service.id, setting: 'sessionStore' },
    fixes: sessionFixes(open.map(({ service }) => service.id)),
  };
}

export const noSessionStoreShown: Rule = {
  id: 'STA-02',
  group: 'state',
  byPart: true,
  severity: 'warning',
  title: 'No session store is shown for a tier that serves users',
  why: 'Where sessions are decides whether copies can be added, replaced and lost without anybody noticing.',
  trigger:
    'Users depend on a web or app machine that can have two copies, and neither a setting nor a connection says where it keeps sessions.',
  guide: ['4.3.2'],
  references: ['AWS Well-Architected REL05-BP06'],
  check: (topology, { servingUnits }) => mapDefined(servingUnits, (unit) => checkUnit(topology, unit)),
};
