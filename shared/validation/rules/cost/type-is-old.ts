import { successorOf } from '../../../catalog/instance-types';
import type { Service } from '../../../topology/topology';
import type { JsonObject } from '../../../util/json';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

const TYPE_KEYS = ['instanceType', 'instanceClass', 'nodeType'] as const;
const DISK_KEYS = ['volumeType', 'storageType'] as const;

/** The newer value of each setting that is of a previous generation. */
function newerValues({ element, definition }: Service): Record<string, string> {
  const settings = definition.read(element.settings);
  const newer: Record<string, string> = {};
  for (const key of TYPE_KEYS) {
    const type = settings[key];
    const successor = typeof type === 'string' ? successorOf(type) : undefined;
    if (successor !== undefined) newer[key] = successor;
  }
  for (const key of DISK_KEYS) if (settings[key] === 'gp2') newer[key] = 'gp3';
  return newer;
}

/** Most are not: nothing is made for those. */
function isOld({ element, definition }: Service): boolean {
  const settings = definition.read(element.settings);
  for (const key of DISK_KEYS) if (settings[key] === 'gp2') return true;
  for (const key of TYPE_KEYS) {
    const type = settings[key];
    if (typeof type === 'string' && successorOf(type) !== undefined) return true;
  }
  return false;
}

function checkService(service: Service): Violation | undefined {
  if (!isOld(service)) return undefined;
  const newer: JsonObject = newerValues(service);
  const keys = Object.keys(newer);
  if (keys.length === 0) return undefined;
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
  check: (topology) => mapDefined(topology.services, checkService),
};
