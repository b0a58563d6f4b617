import { kindsWithSetting } from '../../../catalog/catalog';
import { designSettings } from '../../../catalog/design-settings';
import { baselineOf } from '../../../catalog/instance-types';
import { isProductive } from '../../../catalog/profiles';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

const MEASURED = kindsWithSetting('averageCpu');
const TYPE_KEYS = ['instanceType', 'instanceClass'] as const;

function checkService(topology: Topology, { id, name, element, definition }: Service): Violation | undefined {
  const settings = definition.read(element.settings);
  const load = settings.averageCpu;
  if (typeof load !== 'number' || !topology.isCritical(id)) return undefined;
  const key = TYPE_KEYS.find((candidate) => settings[candidate] !== undefined);
  const type = key && settings[key];
  if (key === undefined || typeof type !== 'string') return undefined;
  const baseline = baselineOf(type);
  if (baseline === undefined || load <= baseline) return undefined;
  const steady = key === 'instanceClass' ? 'db.m6g.large' : 'm6i.large';
  return {
    elements: [id],
    message: `${name} runs at ${load} % CPU on average, and ${type} carries ${baseline} % for ever. Its credits run out in the busiest hour, and it slows down or costs extra. Use a type with a steady rate.`,
    fixes: [changeSettings(id, `Use ${steady}`, { [key]: steady })],
  };
}

export const burstableTypeIsTooBusy: Rule = {
  id: 'SCA-08',
  group: 'scaling',
  byPart: true,
  severity: 'info',
  title: 'Burstable type on a critical production node',
  why: 'Burstable machines are cheap because most stand idle. One that never does pays for it when users are most.',
  trigger:
    'In a production design, something that users depend on has a burstable type and a stated CPU load above what that type carries for ever.',
  guide: ['2.5.3'],
  references: ['Amazon EC2 User Guide: burstable performance instances'],
  check: (topology: Topology) => {
    if (!isProductive(designSettings.read(topology.design.header.settings).environment)) return [];
    return mapDefined(ofKinds(topology, MEASURED), (service) => checkService(topology, service));
  },
};
