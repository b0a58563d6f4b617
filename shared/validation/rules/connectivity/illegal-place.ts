import { placementProblem, realContainer } from '../../../catalog/containment';
import type { Element } from '../../../model/design';
import type { Service, Subnet, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { dropForeignSubnets, moveToLegalPlace } from '../../fixes/place';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

function checkElement(topology: Topology, element: Element): Violation | undefined {
  const parent = (element.parent !== null && topology.design.elements.get(element.parent)) || null;
  const container = parent?.kind === 'group' ? realContainer(topology.design, parent) : parent;
  const problem = placementProblem(element.kind, container?.kind ?? null);
  if (problem === undefined) return undefined;
  return {
    elements: [element.id],
    message: `${element.name} is in a place AWS does not have: ${problem} Move it there, so that it can be checked and exported.`,
    fixes: [
      {
        id: 'move',
        title: 'Move it to the nearest place where it can be',
        kind: 'auto',
        apply: (design) => moveToLegalPlace(design, element.id),
      },
    ],
  };
}

/** A spanning service names its subnets; they must be of its own VPC. */
function checkSubnets({ id, name, vpc, subnets }: Service): Violation | undefined {
  const isForeign = (subnet: Subnet): boolean => vpc !== null && subnet.vpc !== null && subnet.vpc !== vpc;
  if (!subnets.some(isForeign)) return undefined;
  const foreign = subnets.filter(isForeign);
  const ids = [...new Set(foreign.map((subnet) => subnet.id))];
  return {
    elements: [id, ...ids],
    message: `${name} lies in one VPC and names subnets of another: ${listNames(foreign.map(({ element }) => element.name))}. AWS refuses that. Use subnets of its own VPC.`,
    fixes: [
      {
        id: 'drop-subnets',
        title: 'Leave out the subnets of the other VPC',
        kind: 'auto',
        apply: (design) => dropForeignSubnets(design, id, ids),
      },
    ],
  };
}

/** Everything the catalog knows, but subnets outside zones, which CON-01 reports. */
const placedElements = ({ regions, vpcs, zones, tiers, services, actors }: Topology) => [
  regions,
  vpcs,
  zones,
  tiers,
  services,
  actors,
];

export const illegalPlace: Rule = {
  id: 'CON-03',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Node is in a place AWS does not allow',
  why: 'Where a service lies decides its network, its zone and its price. A place that AWS does not have leaves all three open.',
  trigger:
    'The container of an element is none of those its kind may lie in, or a service names subnets of another VPC.',
  guide: ['3.2'],
  references: ['Scopes of AWS resources in the CloudFormation resource reference'],
  check: (topology) => [
    ...placedElements(topology).flatMap((places) =>
      mapDefined<{ readonly element: Element }, Violation>(places, ({ element }) => checkElement(topology, element)),
    ),
    ...mapDefined(topology.services, checkSubnets),
  ],
};
