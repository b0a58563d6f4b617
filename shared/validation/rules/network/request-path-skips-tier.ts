import { sortById } from '../../../topology/lists';
import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { findInParts } from '../../find-in-parts';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const MANUAL = { id: 're-route', title: 'Lead it through the tier in between', kind: 'manual' as const };

const isBalancer = ({ from, kind }: Link): boolean => kind === 'traffic' && from.definition.family === 'load-balancer';

const isDirect = ({ kind, from }: Link): boolean => kind === 'traffic' && from.kind === 'users';

const isMachine = ({ definition }: Service): boolean => definition.family === 'compute';

/** Machines that users reach directly. */
const findReached = findInParts((part) =>
  sortById([...new Set(part.arrivals.filter((link) => isDirect(link) && isMachine(link.to)).map(({ to }) => to))]),
);

/** Users who reach a machine directly although a load balancer stands in front of it. */
function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  const incoming = topology.incoming(machine.id);
  const direct = incoming.filter(isDirect);
  const balancers = incoming.filter(isBalancer).map(({ from }) => from);
  if (balancers.length === 0) return undefined;
  return {
    elements: [machine.id],
    connections: direct.map(({ id }) => id),
    message: `Users reach ${machine.name} past ${namesOf(balancers)}. Their requests are neither spread nor checked, and the machine must be open to everyone. Lead them through the load balancer.`,
    fixes: [MANUAL],
  };
}

const isData = ({ to, kind }: Link): boolean => kind === 'data' && (to.role === 'database' || to.role === 'cache');

/** Web servers that use a data store themselves. */
const findUsers = findInParts((part) => part.ofRole('web').filter(({ id }) => part.outgoing(id).some(isData)));

/** Web servers that use a data store which the app servers they call use for them. */
function checkWeb(topology: Topology, web: Service): Violation | undefined {
  const outgoing = topology.outgoing(web.id);
  const apps = outgoing.filter(({ kind, to }) => kind === 'traffic' && to.role === 'app').map(({ to }) => to);
  const served = new Set(apps.flatMap(({ id }) => topology.outgoing(id).filter(isData)).map(({ to }) => to));
  const past = outgoing.filter((link) => isData(link) && served.has(link.to));
  if (past.length === 0) return undefined;
  return {
    elements: [web.id],
    connections: past.map(({ id }) => id),
    message: `${web.name} uses ${namesOf(past.map(({ to }) => to))} past ${namesOf(apps)}. Whoever breaks into the servers that face the users has the data at once. Leave the data to the app tier.`,
    fixes: [MANUAL],
  };
}

export const requestPathSkipsTier: Rule = {
  id: 'NET-08',
  group: 'network',
  severity: 'warning',
  title: 'Request path skips a tier',
  why: 'Each tier is a wall behind the one before it. A way past a wall makes it decoration.',
  trigger:
    'Users reach a machine directly that a load balancer feeds too, or a web server uses a data store that the app servers it calls use.',
  guide: ['4.2'],
  references: ['AWS Well-Architected SEC05-BP01'],
  check: (topology, facts) => [
    ...mapDefined(findReached(facts), (machine) => checkMachine(topology, machine)),
    ...mapDefined(findUsers(facts), (web) => checkWeb(topology, web)),
  ],
};
