import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const report = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} stays at the version of its engine it starts with. Corrections for known holes reach it only when somebody remembers. Let it take minor upgrades in its maintenance window.`,
  fixes: [changeSettings(id, 'Let it take minor upgrades by itself', { minorUpgrades: true })],
});

export const upgradesAreOff: Rule = {
  id: 'OPS-04',
  group: 'operations',
  byPart: true,
  severity: 'warning',
  title: 'Version at end of life, service sunsetting, or upgrades off',
  why: 'A version that is not renewed is one day no longer supported, and the way from there is longer each year.',
  trigger: 'A database has automatic minor upgrades turned off.',
  guide: [],
  references: ['AWS Well-Architected REL08-BP05', 'checkov CKV_AWS_226'],
  check: (topology) => [
    ...topology
      .ofKind('rds-instance')
      .filter(({ element }) => !kinds['rds-instance'].read(element.settings).minorUpgrades)
      .map(report),
    ...topology
      .ofKind('aurora-cluster')
      .filter(({ element }) => !kinds['aurora-cluster'].read(element.settings).minorUpgrades)
      .map(report),
  ],
};
