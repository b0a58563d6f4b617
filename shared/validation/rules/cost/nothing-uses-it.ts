import { kindsOfFamily } from '../../../catalog/catalog';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { removeParts } from '../../fixes/remove-parts';
import { ofKinds } from '../../of-kinds';
import type { Fix, Rule, Violation } from '../../rule';

const STORES = ['relational', 'nosql', 'cache', 'stream', 'file-system'] as const;
const BILLED = kindsOfFamily('load-balancer', 'gateway', 'vpn', ...STORES);
const IDLE: ReadonlySet<string> = new Set(['monitors', 'admin', 'uses', 'failover']);

/** Tables that are billed by request, as queues are: nobody pays for one that nothing uses. */
function isFreeWhenIdle({ kind, element }: Service): boolean {
  if (kind !== 'dynamodb-table') return false;
  const { billingMode, storageGb } = kinds[kind].read(element.settings);
  return billingMode === 'on-demand' && !storageGb;
}

/** What is missing that would make it useful; undefined where it is used. */
function findLack(topology: Topology, service: Service, routed: ReadonlySet<Service>): string | undefined {
  const { family } = service.definition;
  if (family === 'load-balancer')
    return topology.outgoing(service.id).some(({ kind }) => kind === 'traffic') ? undefined : 'has nothing behind it';
  if (service.kind === 'nat-gateway') return routed.has(service) ? undefined : 'is in the default route of no subnet';
  if (family === 'vpn')
    return topology.outgoing(service.id).length + topology.incoming(service.id).length > 0
      ? undefined
      : 'carries nothing';
  if (isFreeWhenIdle(service)) return undefined;
  const used = topology.incoming(service.id).some(({ kind }) => !IDLE.has(kind));
  return used ? undefined : 'is used by nothing';
}

/** Alone in its tier, nothing else counts on it being there; beside others a person had better look first. */
function fixFor({ id, name, tier }: Service): Fix {
  if (tier !== null && tier.members.length > 1)
    return { id: 'delete', title: 'Connect it or delete it', kind: 'manual' };
  return { id: 'delete', title: `Delete ${name}`, kind: 'choice', apply: (design) => removeParts(design, [id]) };
}

const report = (service: Service, lack: string): Violation => ({
  elements: [service.id],
  message: `${service.name} ${lack}, but is billed all the same. Connect it to what needs it, or delete it.`,
  fixes: [fixFor(service)],
});

export const nothingUsesIt: Rule = {
  id: 'COST-07',
  group: 'cost',
  byPart: true,
  severity: 'warning',
  title: 'Paying for something nothing uses',
  why: 'What nobody uses is never missed, and so is paid for until somebody looks.',
  trigger:
    'In a design with connections, a load balancer has no targets, a NAT gateway no route, a VPN connection nothing to carry, or a database, cache, stream or file system no user. Queues and tables billed by request cost nothing then.',
  guide: ['2.8'],
  references: ['AWS Well-Architected COST04-BP01', 'AWS Trusted Advisor: idle load balancers'],
  check: (topology, { overall }) => {
    if (!overall.isConnected) return [];
    const routed = new Set(topology.subnets.flatMap(({ gateway }) => (gateway ? [gateway] : [])));
    return mapDefined(ofKinds(topology, BILLED), (service) => {
      const lack = findLack(topology, service, routed);
      return lack === undefined ? undefined : report(service, lack);
    });
  },
};
