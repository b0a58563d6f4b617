import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import { formGroup } from '../../fixes/form-group';
import { groupCopies } from '../../graph/request-graph';
import { keepsState } from '../../instance-state';
import type { Fix, Rule, Violation } from '../../rule';
import { countOf, namesOf } from '../../wording';

const SCALES: ReadonlySet<string> = new Set(['web', 'app', 'worker']);
const MANUAL: Fix = {
  id: 'move-state-first',
  title: 'Move sessions and files off the instances, then put them into an Auto Scaling group',
  kind: 'manual',
};

function checkInstances(topology: Topology, copies: readonly Service[]): Violation | undefined {
  const used = copies.some(({ id, role }) => topology.isCritical(id) || role === 'worker');
  if (!used || copies.some(({ kind }) => kind !== 'ec2-instance')) return undefined;
  const ids = copies.map(({ id }) => id);
  const stateful = copies.some((service) => keepsState(topology, service));
  const group: Fix = {
    id: 'form-group',
    title: 'Make them one Auto Scaling group over two Availability Zones',
    kind: 'auto',
    apply: (design, newId) => formGroup(design, newId, ids),
  };
  return {
    elements: ids,
    message: `${namesOf(copies)} ${copies.length === 1 ? 'is' : 'are'} added, removed and replaced by hand. A rush of users finds too few, the night pays for too many, and a failed one stays gone until somebody comes. Use an Auto Scaling group.`,
    fixes: [stateful ? MANUAL : group],
  };
}

function checkGroup(topology: Topology, group: Service): Violation | undefined {
  const { min, max } = group.traits.copies;
  if (max > min) return undefined;
  const most = Math.max(2, min * 2);
  return {
    elements: [group.id],
    message: `${group.name} runs ${min} copies at least and ${max} at most, so it never grows. Leave room above the minimum.`,
    fixes: [
      keepsState(topology, group) ? MANUAL : changeSettings(group.id, `Let it grow to ${most} copies`, { max: most }),
    ],
  };
}

/** Templates give such a table its units and nothing that changes them. */
function checkTable(topology: Topology, table: Service): Violation | undefined {
  const { billingMode, readUnits, writeUnits } = kinds['dynamodb-table'].read(table.element.settings);
  if (billingMode !== 'provisioned' || !topology.isCritical(table.id)) return undefined;
  const units = `${countOf(readUnits, 'read unit')} and ${countOf(writeUnits, 'write unit')} a second`;
  return {
    severity: 'info',
    elements: [table.id],
    message: `${table.name} takes ${units}, and refuses what comes beyond. Let it be billed by request, where load is not the same all day.`,
    fixes: [{ ...changeSettings(table.id, 'Bill it by request', { billingMode: 'on-demand' }), kind: 'choice' }],
  };
}

const check = (topology: Topology): Violation[] =>
  [
    ...topology.tiers
      .flatMap(({ members }) =>
        groupCopies(
          topology,
          members.filter(({ definition, role }) => definition.family === 'compute' && SCALES.has(role)),
        ),
      )
      .map((copies) => checkInstances(topology, copies)),
    ...[...topology.ofKind('auto-scaling-group'), ...topology.ofKind('ecs-service')]
      .filter(({ role }) => SCALES.has(role))
      .map((group) => checkGroup(topology, group)),
    ...topology.ofKind('dynamodb-table').map((table) => checkTable(topology, table)),
  ].filter((found) => found !== undefined);

export const tierCannotScale: Rule = {
  id: 'SCA-01',
  group: 'scaling',
  byPart: true,
  severity: 'warning',
  title: 'Tier cannot scale by itself',
  why: 'Load changes by the hour. A number of machines that does not is wrong most of the time, in one direction or the other.',
  trigger:
    'Web, app or worker instances of a tier that is in use are in no Auto Scaling group, or the maximum of a group is its minimum. Advice for a table with fixed units that users depend on.',
  guide: ['2.5.1', '4.3'],
  references: ['AWS Well-Architected REL07-BP01'],
  check,
};
