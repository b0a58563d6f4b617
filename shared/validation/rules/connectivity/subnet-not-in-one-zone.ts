import { ancestorsOf } from '../../../model/hierarchy';
import type { Subnet, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { putSubnetInZone } from '../../fixes/place';
import type { Rule, Violation } from '../../rule';

/** In a zone of a VPC of a Region, with nothing in between or around, as nearly all are. */
function isSound({ element, zone }: Subnet): boolean {
  const region = zone?.vpc?.region;
  if (!zone?.vpc || !region || region.element.parent !== null) return false;
  return element.parent === zone.id && zone.element.parent === zone.vpc.id && zone.vpc.element.parent === region.id;
}

function checkSubnet(topology: Topology, subnet: Subnet): Violation | undefined {
  if (isSound(subnet)) return undefined;
  const { id, element, vpc } = subnet;
  const zones = ancestorsOf(topology.design, element).filter(({ kind }) => kind === 'availability-zone');
  if (zones.length === 1) return undefined;
  const fault =
    zones.length === 0 ? 'lies in no Availability Zone' : `lies in ${zones.length} Availability Zones at once`;
  return {
    elements: [id],
    message: `${element.name} ${fault}. AWS makes a subnet in exactly one, so nothing in it can be placed or exported. Move it into a zone of its VPC.`,
    fixes: vpc
      ? [
          {
            id: 'put-in-zone',
            title: `Move it into an Availability Zone of ${vpc.element.name}`,
            kind: 'auto',
            apply: (design, newId) => putSubnetInZone(design, newId, id),
          },
        ]
      : [{ id: 'put-in-zone', title: 'Move it into an Availability Zone of a VPC', kind: 'manual' }],
  };
}

export const subnetNotInOneZone: Rule = {
  id: 'CON-01',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Subnet is not in exactly one AZ',
  why: 'A subnet is a range of addresses in one zone; everything in it inherits the zone, and redundancy is counted by it.',
  trigger: 'A subnet lies in no Availability Zone, or in several nested ones.',
  guide: ['3.2'],
  references: ['Amazon VPC User Guide: subnets'],
  check: (topology) => mapDefined(topology.subnets, (subnet) => checkSubnet(topology, subnet)),
};
