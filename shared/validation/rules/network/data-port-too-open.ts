import { containsCidr, parseCidr } from '../../../model/cidr';
import { type Ingress, isWorld, type Service, type Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { closeDataPort } from '../../fixes/hide-data-store';
import type { Rule, Violation } from '../../rule';

/** Opened to addresses, not to the services that are drawn: by a rule written by hand, or from an office. */
function isTooOpen(topology: Topology, { source, connectionId }: Ingress): boolean {
  if (source.kind !== 'cidr') return false;
  return connectionId === null || topology.link(connectionId)?.from.kind === 'office';
}

const isInside = (store: Service, cidr: string): boolean => {
  const inner = parseCidr(cidr);
  return Boolean(inner && store.vpc?.cidr && containsCidr(store.vpc.cidr, inner));
};

const STORES: ReadonlySet<string> = new Set(['database', 'cache']);

function checkStore(topology: Topology, store: Service): Violation | undefined {
  if (!STORES.has(store.role) || !store.traits.inVpc) return undefined;
  const open = store.ingress.filter((ingress) => isTooOpen(topology, ingress));
  const cidrs = [...new Set(open.map(({ source }) => (source.kind === 'cidr' ? source.cidr : '')))];
  const [first] = cidrs;
  if (first === undefined) return undefined;
  const world = cidrs.some(isWorld);
  const whom = world ? 'every address' : cidrs.join(', ');
  const loss = cidrs.every((cidr) => isInside(store, cidr))
    ? 'Every machine there reaches the data, whether it has business with it or not'
    : 'One stolen password is then enough, and nothing stands in between';
  const connections = open.map(({ connectionId }) => connectionId).filter((id) => id !== null);
  return {
    severity: world ? 'error' : 'warning',
    elements: [store.id],
    connections: [...new Set(connections)],
    message: `${store.name} lets ${whom} in. ${loss}. Let in only the services that are connected to it, and administrators through a bastion host.`,
    fixes: [
      {
        id: 'close',
        title: 'Let in only the services that are connected to it',
        kind: 'choice',
        apply: (design) => closeDataPort(design, store.id),
      },
    ],
  };
}

export const dataPortTooOpen: Rule = {
  id: 'NET-02',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'Data port is open to more than the tier that uses it',
  why: 'A security group that names the services it lets in stays right when addresses change; a range of addresses does not.',
  trigger:
    'A database or cache in a VPC lets in a range of addresses, by a rule written by hand or from an office. An error where it is every address, else a warning.',
  guide: ['3.2'],
  references: ['AWS Well-Architected SEC05-BP02', 'cfn_nag W9'],
  check: (topology, { openToAddresses }) => mapDefined(openToAddresses, (store) => checkStore(topology, store)),
};
