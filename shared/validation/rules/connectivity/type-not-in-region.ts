import { kindsWithSetting } from '../../../catalog/catalog';
import { EC2_NOT_OFFERED, EC2_OFFERS_AS_OF } from '../../../catalog/ec2-offers';
import { readTypeName, widespreadFamilies } from '../../../catalog/instance-types';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

const MACHINES = kindsWithSetting('instanceType');

const missing = new Map<string, ReadonlySet<string>>(
  Object.entries(EC2_NOT_OFFERED).map(([region, names]) => [region, new Set(names.trim().split(' '))]),
);

function isMissing(region: string, type: string): boolean {
  const names = missing.get(region);
  const family = readTypeName(type)?.family;
  return names !== undefined && family !== undefined && (names.has(type) || names.has(family));
}

/** The same size of a family of the same sort that the Region has. */
function nearest(region: string, type: string): string | undefined {
  const name = readTypeName(type);
  return (
    name &&
    widespreadFamilies(name.family)
      .map((family) => `${family}.${name.size}`)
      .find((other) => !isMissing(region, other))
  );
}

function checkMachine(service: Service): Violation | undefined {
  const code = service.region?.code;
  const { instanceType } = service.definition.read(service.element.settings);
  if (code === undefined || typeof instanceType !== 'string' || !isMissing(code, instanceType)) return undefined;
  const other = nearest(code, instanceType);
  return {
    severity: 'warning',
    elements: [service.id],
    message: `${service.name} is to run on ${instanceType}, which ${code} does not have in its price list of ${EC2_OFFERS_AS_OF[code] ?? 'today'}. The stack would fail to start it. Choose a type that the Region has.`,
    fixes:
      other === undefined
        ? [{ id: 'other-type', title: 'Choose a type that the Region has', kind: 'manual' }]
        : [changeSettings(service.id, `Use ${other}`, { instanceType: other })],
  };
}

export const typeNotInRegion: Rule = {
  id: 'CON-11',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Type, engine or size is not offered in the region',
  why: 'Regions get new machines one after the other, and some never. The template is sound and fails all the same.',
  trigger:
    'The price list of the Region has no such EC2 type while a list of another Region, no newer, has it. A warning, since the Region may have got it since.',
  guide: [],
  references: ['cfn-lint E3628'],
  check: (topology: Topology) => mapDefined(ofKinds(topology, MACHINES), checkMachine),
};
