import { kindsWithSetting } from '../../../catalog/catalog';
import { successorOf } from '../../../catalog/instance-types';
import type { Service } from '../../../topology/topology';
import type { JsonObject } from '../../../util/json';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

const TYPE_KEYS = ['instanceType', 'instanceClass', 'nodeType'] as const;
const DISK_KEYS = ['volumeType', 'storageType'] as const;
const TYPED = kindsWithSetting(...TYPE_KEYS, ...DISK_KEYS);

/** The newer value of each setting that is of a previous generation; undefined where none is, as with most. */
function newerValues({ element, definition }: Service): JsonObject | undefined {
  const settings = definition.read(element.settings);
  let newer: JsonObject | undefined;
  for (const key of TYPE_KEYS) {
    const type = settings[key];
    const successor = typeof type === 'string' ? successorOf(type) : undefined;
    if (successor !== undefined) newer = { ...newer, [key]: successor };
  }
  for (const key of DISK_KEYS) if (settings[key] === 'gp2') newer = { ...newer, [key]: 'gp3' };
  return newer;
}

function checkService(service: Service): Violation | undefined {
  const newer = newerValues(service);
  if (newer === undefined) return undefined;
  const keys = Object.keys(newer);
  const { id, name, element, definition } = service;
  const settings = definition.read(element.settings);
  const old = listNames(keys.map((key) => String(settings[key])));
  const today = listNames(keys.map((key) => String(newer[key])));
  return {
    elements: [id],
    message: `${name} uses ${old}, of a previous generation. ${today} does more for about the same money or less. The bill shows the difference.`,
    fixes: [changeSettings(id, `Use ${today}`, newer)],
  };
}

export const typeIsOld: Rule = {
  id: 'COST-04',
  group: 'cost',
  byPart: true,
  severity: 'info',
  title: 'Old or dearer type',
  why: 'New generations are faster and seldom dearer, but nobody is moved to them unasked.',
  trigger: 'An instance, class or node type is of a previous generation, or a disk is of the type gp2.',
  guide: ['2.8'],
  references: ['AWS Well-Architected COST06-BP02'],
  check: (topology) => mapDefined(ofKinds(topology, TYPED), checkService),
};
