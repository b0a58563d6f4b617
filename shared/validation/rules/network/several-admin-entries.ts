import { containsCidr, parseCidr } from '../../../model/cidr';
import type { Ingress, Service, Topology, Vpc } from '../../../topology/topology';
import { groupBy } from '../../../util/grouping';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { ADMIN_PORTS } from '../../fixes/close-admin-ports';
import { oneAdminEntry } from '../../fixes/one-admin-entry';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Those who come through a tunnel have come in at one door already. */
const comesThroughTunnel = (topology: Topology, { connectionId }: Ingress): boolean =>
  connectionId !== null && topology.link(connectionId)?.from.definition.family === 'vpn';

function opensAdminPort(topology: Topology, ingress: Ingress, vpc: Vpc): boolean {
  const { source, protocol, fromPort, toPort } = ingress;
  if (source.kind !== 'cidr' || protocol !== 'tcp' || comesThroughTunnel(topology, ingress)) return false;
  const inner = parseCidr(source.cidr);
  if (inner && vpc.cidr && containsCidr(vpc.cidr, inner)) return false;
  return ADMIN_PORTS.some((port) => port >= fromPort && port <= toPort);
}

const isMachine = ({ definition }: Service): boolean =>
  definition.family === 'compute' || definition.family === 'bastion';

function checkVpc(topology: Topology, vpc: Vpc, open: readonly Service[]): Violation | undefined {
  const entries = open.filter(({ ingress }) => ingress.some((rule) => opensAdminPort(topology, rule, vpc)));
  const others = entries.filter(({ role }) => role !== 'bastion');
  const several = entries.length > 1;
  // A single machine is its own bastion host.
  const isAlone = (): boolean => topology.services.filter((other) => other.vpc === vpc && isMachine(other)).length < 2;
  if (!several && (others.length === 0 || isAlone())) return undefined;
  const fault = several
    ? `Administrators come in at ${namesOf(entries)}: each is a login to harden, patch and watch`
    : `Administrators come in at ${namesOf(others)}, which does other work too and must be open to them`;
  return {
    severity: several ? 'error' : 'warning',
    elements: [vpc.id, ...entries.map(({ id }) => id)],
    message: `${fault}. Let them in at one bastion host, and from there to the others.`,
    fixes: [
      {
        id: 'one-entry',
        title: 'Lead administrators through one bastion host',
        kind: 'auto',
        apply: (design, newId) =>
          oneAdminEntry(
            design,
            newId,
            vpc.id,
            entries.map(({ id }) => id),
          ),
      },
    ],
  };
}

function check(topology: Topology, { openToAddresses }: Facts): Violation[] {
  const byVpc = groupBy(openToAddresses.filter(isMachine), ({ vpc }) => vpc);
  return mapDefined([...byVpc], ([vpc, open]) => (vpc ? checkVpc(topology, vpc, open) : undefined));
}

export const severalAdminEntries: Rule = {
  id: 'NET-05',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'More than one admin entry point',
  why: 'One door can be watched. With several, the one that was forgotten is the one that is used.',
  trigger:
    'Two or more machines of a VPC accept SSH or RDP from outside it and not through a VPN connection; a warning where it is one that is no bastion host, among several machines.',
  guide: ['4.7.8'],
  references: ['AWS Well-Architected SEC06-BP03'],
  check,
};
