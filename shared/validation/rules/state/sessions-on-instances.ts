import type { Topology } from '../../../topology/topology';
import { keepSessionsInCache, keepSessionsInTable, keepSessionsInTokens } from '../../fixes/session-store';
import { keepsSessions } from '../../instance-state';
import type { Fix, Rule, Violation } from '../../rule';
import { mostCopies, type ServingMember, type ServingUnit, servingUnits, subjectsOf } from '../../serving-units';
import { listNames } from '../../wording';

function fixesFor(members: readonly ServingMember[]): Fix[] {
  const ids = members.map(({ service }) => service.id);
  return [
    {
      id: 'cache',
      title: 'Keep sessions in a Valkey cache over two Availability Zones',
      kind: 'choice',
      apply: (design, newId) => keepSessionsInCache(design, newId, ids),
    },
    {
      id: 'table',
      title: 'Keep sessions in a DynamoDB table',
      kind: 'choice',
      apply: (design, newId) => keepSessionsInTable(design, newId, ids),
    },
    {
      id: 'tokens',
      title: 'Use signed tokens and keep nothing on the server',
      kind: 'choice',
      apply: (design) => keepSessionsInTokens(design, ids),
    },
  ];
}

function reportState(unit: ServingUnit, holders: readonly ServingMember[]): Violation {
  const scales = mostCopies(unit.members) >= 2 || holders.some(({ service }) => service.kind === 'auto-scaling-group');
  const names = listNames(holders.map(({ service }) => service.name));
  const place = holders.some(({ state }) => state.sessions === 'disk') ? 'on disk' : 'in memory';
  const loss = scales
    ? 'Each user is tied to one copy and logged out when it fails or is scaled in'
    : 'A second copy cannot be added, and every restart logs all users out';
  return {
    severity: scales ? 'error' : 'warning',
    elements: subjectsOf(unit, holders),
    message: `${names} ${holders.length === 1 ? 'keeps' : 'keep'} sessions ${place}. ${loss}. Keep sessions outside the instances.`,
    fixes: fixesFor(holders),
  };
}

function askState(topology: Topology, unit: ServingUnit): Violation | undefined {
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
    fixes: fixesFor(open),
  };
}

function checkUnit(topology: Topology, unit: ServingUnit): Violation | undefined {
  const holders = unit.members.filter(({ state }) => keepsSessions(state));
  return holders.length > 0 ? reportState(unit, holders) : askState(topology, unit);
}

export const sessionsOnInstances: Rule = {
  id: 'STA-01',
  group: 'state',
  severity: 'error',
  title: 'Session state is kept on the instances',
  why: 'Copies are interchangeable only while none of them holds what another needs. Sessions on an instance bind users to it.',
  trigger:
    'A web or app machine keeps sessions in memory or on disk and no session connection is drawn. An error where the tier can have two copies, else a warning; a question where it is not stated.',
  guide: ['4.2.3', '4.3.2'],
  references: ['AWS Well-Architected REL05-BP06'],
  check: (topology) =>
    servingUnits(topology)
      .map((unit) => checkUnit(topology, unit))
      .filter((found) => found !== undefined),
};
