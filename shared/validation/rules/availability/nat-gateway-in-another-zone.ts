import type { Service, Subnet, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { addNatGateways } from '../../fixes/way-out';
import type { Rule, Violation } from '../../rule';
import { agree, listNames } from '../../wording';

function checkNat(nat: Service, dependent: readonly Subnet[]): Violation | undefined {
  const [home] = nat.zones;
  const far = dependent.filter(({ zone }) => home && zone && zone !== home);
  const zones = [...new Map(far.flatMap(({ zone }) => (zone ? [[zone.id, zone]] : []))).values()];
  if (!home || zones.length === 0) return undefined;
  const codes = listNames(zones.map(({ code }) => code));
  return {
    elements: [nat.id, ...far.map(({ id }) => id)],
    message: `${listNames(far.map(({ element }) => element.name))} in ${codes} ${agree(far.length, 'reaches', 'reach')} the internet through ${nat.name} in ${home.code}. When ${home.code} fails, ${agree(far.length, 'it loses its', 'they lose their')} way out too, and every gigabyte crosses zones for money. Give each zone a NAT gateway.`,
    fixes: [
      {
        id: 'nat-per-zone',
        title: `Add a NAT gateway in ${codes}`,
        kind: 'choice',
        apply: (design, newId) =>
          addNatGateways(
            design,
            newId,
            nat.id,
            zones.map(({ id }) => id),
          ),
      },
    ],
  };
}

/** Programs call out; load balancers, databases and caches only answer. */
const callsOut = ({ definition }: Service): boolean =>
  definition.family === 'compute' || definition.family === 'bastion';

/** Subnets from which something calls out, by the NAT gateway their default route leads to. */
function dependentSubnets({ subnets }: Topology, { servicesIn }: Facts): Map<Service, Subnet[]> {
  const dependent = new Map<Service, Subnet[]>();
  for (const subnet of subnets) {
    if (subnet.route !== 'nat-gateway' || !subnet.gateway || !servicesIn.get(subnet)?.some(callsOut)) continue;
    const known = dependent.get(subnet.gateway);
    if (known) known.push(subnet);
    else dependent.set(subnet.gateway, [subnet]);
  }
  return dependent;
}

export const natGatewayInAnotherZone: Rule = {
  id: 'AVL-07',
  group: 'availability',
  byPart: true,
  severity: 'warning',
  title: 'Private subnets use a NAT gateway in another AZ',
  why: 'A NAT gateway lives in one zone. Whatever calls out through it fails with that zone, wherever it runs itself.',
  trigger:
    'The default route of a private subnet with machines or containers in it leads to a NAT gateway in another zone.',
  guide: ['2.6'],
  references: ['Amazon VPC User Guide: NAT gateway basics', 'AWS Well-Architected REL10-BP01'],
  check: (topology, facts) => {
    const dependent = dependentSubnets(topology, facts);
    return mapDefined(topology.ofKind('nat-gateway'), (nat) => checkNat(nat, dependent.get(nat) ?? []));
  },
};
