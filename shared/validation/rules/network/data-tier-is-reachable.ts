import { isWorld, type Service, type Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { hideDataStore } from '../../fixes/hide-data-store';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

interface Openings {
  readonly address: boolean;
  readonly subnet: boolean;
  readonly rule: boolean;
  /** Connections drawn from users on the internet. */
  readonly drawn: readonly string[];
}

const NONE: readonly string[] = [];

function findOpenings(topology: Topology, store: Service): Openings {
  const rule = store.ingress.some(({ source }) => source.kind === 'cidr' && isWorld(source.cidr));
  const drawn = (): readonly string[] =>
    topology
      .incoming(store.id)
      .filter(({ from, opensPort }) => from.kind === 'users' && opensPort)
      .map(({ id }) => id);
  return {
    address: store.traits.publicAddress,
    subnet: store.subnets.some((subnet) => subnet.class === 'public' || subnet.exposure === 'public'),
    rule,
    // A rule lets in the users who are drawn.
    drawn: rule ? drawn() : NONE,
  };
}

function nameOpenings({ address, subnet, rule, drawn }: Openings): string {
  const parts: string[] = [];
  if (address) parts.push('has a public address');
  if (subnet) parts.push('lies in a public subnet');
  if (drawn.length > 0) parts.push('takes connections from users on the internet');
  else if (rule) parts.push('lets every address in');
  return listNames(parts, 4);
}

const STORES = ['database', 'cache'] as const;

function checkStore(topology: Topology, store: Service): Violation | undefined {
  if (!store.traits.inVpc) return undefined;
  const openings = findOpenings(topology, store);
  const { address, subnet, rule, drawn } = openings;
  const open = address || drawn.length > 0 || (subnet && rule);
  if (!open && !subnet) return undefined;
  const loss = open
    ? 'Anyone can try passwords and known holes on it'
    : 'One careless rule is then enough to open it to everyone';
  return {
    severity: open ? 'error' : 'warning',
    elements: [store.id],
    connections: drawn,
    message: `${store.name} ${nameOpenings(openings)}. ${loss}. Give it no public address and move it to subnets without a route to the internet.`,
    fixes: [
      {
        id: 'hide',
        title: 'Close it to the internet and move it to isolated subnets',
        kind: 'auto',
        apply: (design, newId) => hideDataStore(design, newId, store.id),
      },
    ],
  };
}

export const dataTierIsReachable: Rule = {
  id: 'NET-01',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'Data tier can be reached from the internet',
  why: 'Data stores are what attackers look for. Only the tier that uses one has any business talking to it.',
  trigger:
    'A database or cache in a VPC has a public address, takes connections from the internet, or lies in a public subnet with a rule for all addresses. A warning where only the subnet is public.',
  guide: ['3.2'],
  references: ['cfn_nag F22', 'checkov CKV_AWS_17'],
  check: (topology) =>
    STORES.flatMap((role) => mapDefined(topology.ofRole(role), (store) => checkStore(topology, store))),
};
