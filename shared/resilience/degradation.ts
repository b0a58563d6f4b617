import type { Link, Service, Topology } from '../topology/topology';
import type { Damage } from './damage';
import { isDeadly, isMemberLost } from './service-loss';
import { countCopies, type TierCapacity } from './tier-capacity';

/** Sentences on what a service that is not down has lost, the gravest first. */
export type Say = (service: Service, reason: string) => void;

const CALLS_OUT: ReadonlySet<string> = new Set(['compute', 'function', 'bastion']);

/** Copies that still run and call out through a NAT gateway that is gone. */
function sayEgress(topology: Topology, damage: Damage, say: Say): void {
  const isDead = (id: string): boolean => damage.lost[damage.graph.indexOf.get(id) ?? -1] === 1;
  const gateways = topology.ofKind('nat-gateway').filter((gateway) => {
    const router = gateway.vpc?.internetGateway;
    return isDead(gateway.id) || (router !== null && router !== undefined && isDead(router.id));
  });
  if (gateways.length === 0) return;
  const dead = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  for (const service of topology.services) {
    if (!CALLS_OUT.has(service.definition.family) || isDead(service.id)) continue;
    const left = service.members.filter((member) => !isMemberLost(member, damage.failed));
    const stuck = left.flatMap(({ subnet }) => dead.get(subnet.gateway?.id ?? '') ?? []);
    const [gateway] = stuck;
    if (!gateway) continue;
    const who = stuck.length < left.length ? 'Some of it' : 'It';
    say(service, `${who} cannot call out: its subnets route through ${gateway.name}, which is down.`);
  }
}

function reasonOfLink({ kind, optional, synchronous, from, to }: Link): string | undefined {
  if (synchronous) return optional ? `Goes on without ${to.name}, which is down.` : undefined;
  if (kind === 'async' && from.role === 'queue') return `Messages pile up: ${to.name} does not take them.`;
  if (kind === 'async') return `What it sends to ${to.name} is not taken until that is back.`;
  if (kind === 'uses') return `${to.name}, which encrypts its data, is down.`;
  if (kind === 'replicates') return `It no longer replicates to ${to.name}.`;
  return kind === 'failover' ? `Its stand-in ${to.name} is down.` : undefined;
}

/** Callers and consumers of what is down that go on without it. */
function sayLinks(topology: Topology, damage: Damage, say: Say): void {
  damage.graph.nodes.forEach((service, node) => {
    if (!damage.down[node]) return;
    for (const link of topology.incoming(service.id)) {
      const reason = reasonOfLink(link);
      if (reason) say(link.from, reason);
    }
    const passesOn = service.role === 'queue' || service.role === 'topic';
    for (const link of passesOn ? topology.outgoing(service.id) : [])
      if (link.kind === 'async') say(link.to, `Nothing arrives from ${service.name}, which is down.`);
  });
}

function sayCapacity(topology: Topology, tiers: readonly TierCapacity[], say: Say): void {
  for (const { id, copies, desired, required, enough } of tiers) {
    if (enough !== false || copies === null || desired === null || copies >= desired) continue;
    for (const member of topology.tier(id)?.members ?? [])
      if (countCopies(member) !== null)
        say(member, `${copies} of the ${required} copies that carry the load are left.`);
  }
}

/** Says of each service what it has lost while it goes on. */
export function sayDegradation(topology: Topology, damage: Damage, tiers: readonly TierCapacity[], say: Say): void {
  for (const [id, loss] of damage.losses) {
    const service = topology.service(id);
    if (service && !isDeadly(loss.kind)) say(service, loss.tell());
  }
  sayCapacity(topology, tiers, say);
  sayLinks(topology, damage, say);
  sayEgress(topology, damage, say);
}
