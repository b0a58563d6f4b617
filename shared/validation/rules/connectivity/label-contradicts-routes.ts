import type { Design, NewId } from '../../../model/design';
import type { DesignDiff } from '../../../model/diff';
import type { Service, Subnet, SubnetClass, Topology, Vpc } from '../../../topology/topology';
import { ok, type Result } from '../../../util/result';
import type { Facts } from '../../facts';
import { moveNatGateway, relabel, routeAsLabelled } from '../../fixes/routes';
import type { Fix, Rule, Violation } from '../../rule';
import { countOf, listNames } from '../../wording';

const asLabelled = (subnets: readonly Subnet[]) => ({
  id: 'route',
  title: 'Route it as its label says',
  kind: 'choice' as const,
  apply: (design: Design, newId: NewId): Result<DesignDiff> =>
    routeAsLabelled(
      design,
      newId,
      subnets.map(({ id }) => id),
    ),
});

/** Public subnets of a VPC that has no internet gateway: one cause, one finding. */
function reportGateway(vpc: Vpc, subnets: readonly Subnet[], facesOut: boolean): Violation {
  const ids = subnets.map(({ id }) => id);
  const names = listNames(subnets.map(({ element }) => element.name));
  const relabelling: Fix = {
    id: 'relabel',
    title: 'Label them isolated',
    kind: 'choice',
    apply: (design) => ok(relabel(design, ids, 'isolated')),
  };
  return {
    elements: [vpc.id, ...ids],
    message: `${vpc.element.name} has no internet gateway, but ${countOf(subnets.length, 'public subnet')}: ${names}. Nothing in there reaches the internet or is reached from it. Add an internet gateway or label them isolated.`,
    fixes: [
      { ...asLabelled(subnets), id: 'add-gateway', title: 'Add an internet gateway' },
      ...(facesOut ? [] : [relabelling]),
    ],
  };
}

/** What faces the internet from a subnet decides what the subnet is meant to be. */
function reportSubnet(subnet: Subnet, facts: Facts): Violation | undefined {
  const { exposure, route, element, id } = subnet;
  const open = route === 'internet-gateway';
  if ((exposure === 'public') === open) return undefined;
  const fault = open
    ? `is labelled ${exposure}, but its default route goes to the internet gateway. What lies in it can be reached from outside`
    : 'is labelled public, but has no route to the internet gateway. What lies in it cannot be reached';
  const right: SubnetClass = open ? 'public' : route === 'nat-gateway' ? 'private' : 'isolated';
  const relabelling: Fix = {
    id: 'relabel',
    title: `Label it ${right}`,
    kind: 'choice',
    apply: (design) => ok(relabel(design, [id], right)),
  };
  return {
    elements: [id],
    message: `${element.name} ${fault}. Correct the route or the label.`,
    fixes: facesOut(subnet, facts) ? [open ? relabelling : asLabelled([subnet])] : [asLabelled([subnet]), relabelling],
  };
}

function reportNat({ id, name, subnets }: Service): Violation | undefined {
  const [subnet] = subnets;
  if (!subnet || subnet.class === 'public' || subnet.exposure === 'public') return undefined;
  return {
    elements: [id, subnet.id],
    message: `${name} lies in ${subnet.element.name}, which is not public. It has no way to the internet, and neither has anything behind it. Move it to a public subnet.`,
    fixes: [
      {
        id: 'move',
        title: 'Move it to a public subnet of its zone',
        kind: 'choice',
        apply: (design, newId) => moveNatGateway(design, newId, id),
      },
    ],
  };
}

/** Something in it has an address on the internet, or leads there. */
const facesOut = (subnet: Subnet, { servicesIn }: Facts): boolean =>
  servicesIn
    .get(subnet)
    ?.some(({ kind, traits }) => kind === 'nat-gateway' || (traits.inVpc && traits.publicAddress)) ?? false;

function check(topology: Topology, facts: Facts): Violation[] {
  const cutOff = new Map<Vpc, Subnet[]>();
  const found: Violation[] = [];
  for (const subnet of topology.subnets) {
    if (!subnet.vpc || !subnet.zone) continue;
    if (subnet.exposure === 'public' && !subnet.vpc.internetGateway)
      cutOff.set(subnet.vpc, [...(cutOff.get(subnet.vpc) ?? []), subnet]);
    else {
      const violation = reportSubnet(subnet, facts);
      if (violation) found.push(violation);
    }
  }
  for (const nat of topology.ofKind('nat-gateway')) {
    const violation = reportNat(nat);
    if (violation) found.push(violation);
  }
  const gateways = [...cutOff].map(([vpc, subnets]) =>
    reportGateway(
      vpc,
      subnets,
      subnets.some((subnet) => facesOut(subnet, facts)),
    ),
  );
  return [...gateways, ...found];
}

export const labelContradictsRoutes: Rule = {
  id: 'CON-04',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: "Subnet's label contradicts its routes",
  why: 'Routes, not names, decide whether a subnet is public. A wrong label hides a way in, or the lack of a way out.',
  trigger:
    'A public subnet has no route to an internet gateway, another one has, or a NAT gateway lies in a subnet that is not public.',
  guide: ['3.2'],
  references: ['AWS Config no-unrestricted-route-to-igw'],
  check,
};
