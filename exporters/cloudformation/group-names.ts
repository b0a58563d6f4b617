import type { Topology } from '../../shared/topology/topology';
import { stemOf } from '../plan/logical-ids';
import type { Resource, Section } from './template';

/** Rules name both groups, and nothing names a rule: apart from the groups they keep tiers out of circles. */
const RULES: ReadonlySet<string> = new Set(['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress']);
const OF_NETWORK = 'AWS::EC2::SecurityGroup';

/**
 * Names the group that a resource goes to. It follows from the resource's own element alone, so that it stays there whatever is
 * added elsewhere.
 */
export function nameGroups(
  topology: Topology,
  elements: ReadonlyMap<string, string>,
): (id: string, resource: Resource, section: Section) => string {
  const { design } = topology;
  const vpcs = new Map<string, string>();
  const vpcOf = (elementId: string): string => {
    const vpc = vpcs.get(elementId) ?? climb(elementId);
    vpcs.set(elementId, vpc);
    return vpc;
  };
  const climb = (elementId: string): string => {
    let at = design.elements.get(elementId);
    for (let depth = 0; at && depth < 40; depth += 1) {
      if (at.kind === 'vpc') return stemOf(at.id);
      at = at.parent === null ? undefined : design.elements.get(at.parent);
    }
    return '';
  };
  const join = (vpc: string, part: string): string => (vpc === '' ? part : `${vpc}-${part}`);
  return (id, { Type }, { title }) => {
    const elementId = elements.get(id) ?? '';
    const vpc = vpcOf(elementId);
    if (RULES.has(Type)) return join(vpc, 'Rules');
    if (Type === OF_NETWORK) return join(vpc, 'Network');
    const tier = topology.service(elementId)?.tier;
    return join(vpc, stemOf(tier ? tier.id : title.toLowerCase().replaceAll(' ', '-')));
  };
}
