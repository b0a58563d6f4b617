import { isScalingKind } from '../../../catalog/scaling-groups';
import { mapDefined } from '../../../util/lists';
import { sessionFixes } from '../../fixes/session-store';
import { keepsSessions } from '../../instance-state';
import type { Rule, Violation } from '../../rule';
import { mostCopies, type ServingMember, type ServingUnit, subjectsOf } from '../../serving-units';
import { listNames } from '../../wording';

function reportState(unit: ServingUnit, holders: readonly ServingMember[]): Violation {
  const scales = mostCopies(unit.members) >= 2 || holders.some(({ service }) => isScalingKind(service.kind));
  const names = listNames(holders.map(({ service }) => service.name));
  const place = holders.some(({ state }) => state.sessions === 'disk') ? 'on disk' : 'in memory';
  const loss = scales
    ? 'Each user is tied to one copy and logged out when it fails or is scaled in'
    : 'A second copy cannot be added, and every restart logs all users out';
  return {
    severity: scales ? 'error' : 'warning',
    elements: subjectsOf(unit, holders),
    message: `${names} ${holders.length === 1 ? 'keeps' : 'keep'} sessions ${place}. ${loss}. Keep sessions outside the instances.`,
    fixes: sessionFixes(holders.map(({ service }) => service.id)),
  };
}

function checkUnit(unit: ServingUnit): Violation | undefined {
  const holders = unit.members.filter(({ state }) => keepsSessions(state));
  return holders.length > 0 ? reportState(unit, holders) : undefined;
}

export const sessionsOnInstances: Rule = {
  id: 'STA-01',
  group: 'state',
  byPart: true,
  severity: 'error',
  title: 'Session state is kept on the instances',
  why: 'Copies are interchangeable only while none of them holds what another needs. Sessions on an instance bind users to it.',
  trigger:
    'A web or app machine keeps sessions in memory or on disk and no session connection is drawn. An error where the tier can have two copies, else a warning.',
  guide: ['4.2.3', '4.3.2'],
  references: ['AWS Well-Architected REL05-BP06'],
  check: (_topology, { servingUnits }) => mapDefined(servingUnits, checkUnit),
};
