import type { Service } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import type { Rule, Violation } from '../../rule';

const DATABASES = ['rds-instance', 'aurora-cluster'] as const;

function checkDatabase({ id, name, subnets }: Service): Violation | undefined {
  const [first] = subnets;
  if (first?.zone && subnets.some(({ zone }) => zone && zone !== first.zone)) return undefined;
  const zones = [...new Set(subnets.flatMap(({ zone }) => (zone ? [zone] : [])))];
  if (zones.length >= 2) return undefined;
  const where = zones[0] ? `in ${zones[0].code} only` : 'in no zone';
  return {
    elements: [id],
    message: `${name} has subnets ${where}. RDS wants subnets in two zones, even for a database with one instance, and refuses to create it otherwise. Add a subnet in a second zone.`,
    fixes: [
      {
        id: 'add-subnet',
        title: 'Add a subnet in a second Availability Zone',
        kind: 'auto',
        apply: (design, newId) => patchAndSpread(design, newId, id, {}),
      },
    ],
  };
}

export const subnetGroupInOneZone: Rule = {
  id: 'CON-06',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Subnet group covers fewer than two AZs',
  why: 'RDS keeps a second zone ready for every database, so that a standby can be added and instances can be moved.',
  trigger: 'The subnets of an RDS database or Aurora cluster lie in fewer than two zones.',
  guide: ['2.6.1'],
  references: ['Amazon RDS User Guide: working with a DB instance in a VPC'],
  check: (topology) => DATABASES.flatMap((kind) => mapDefined(topology.ofKind(kind), checkDatabase)),
};
