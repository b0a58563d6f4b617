import { parseCidr } from '../../shared/model/cidr';
import { endpointTarget } from '../../shared/topology/endpoints';
import type { Ingress, Service, Topology, Vpc } from '../../shared/topology/topology';
import { WORLD } from '../../shared/topology/topology';
import { usersOf } from './endpoint-users';
import type { FunctionNetwork } from './functions';
import type { Notes } from './note';
import type { StackPlan } from './placement';

/** One permission of a security group to let traffic in. */
export interface SecurityRule {
  readonly target: Service;
  readonly source:
    | { readonly kind: 'group'; readonly service: Service }
    | { readonly kind: 'cidr'; readonly cidr: string };
  readonly protocol: 'tcp' | 'udp';
  readonly fromPort: number;
  readonly toPort: number;
}

/** Security groups of a stack: one for each service with network interfaces, and the rules between them. */
export interface SecurityPlan {
  readonly members: readonly Service[];
  readonly rules: readonly SecurityRule[];
  vpcOf(service: Service): Vpc | undefined;
}

const HTTPS = { protocol: 'tcp', fromPort: 443, toPort: 443 } as const;

const keyOf = ({ target, source, protocol, fromPort, toPort }: SecurityRule): string =>
  JSON.stringify([target.id, source.kind === 'group' ? source.service.id : source.cidr, protocol, fromPort, toPort]);

/** Reads a source; undefined, with a note, where no rule can express it. */
function readSource(
  ingress: Ingress,
  target: Service,
  topology: Topology,
  vpcOf: (service: Service) => Vpc | undefined,
  notes: Notes,
): SecurityRule['source'] | undefined {
  const subjects = [target.id, ...(ingress.connectionId === null ? [] : [ingress.connectionId])];
  if (ingress.source.kind === 'cidr') {
    const { cidr } = ingress.source;
    if (parseCidr(cidr) || cidr === '::/0') return { kind: 'cidr', cidr };
    notes.add('left-out', subjects, `${target.name} is not opened to ${cidr}: that is no address range.`);
    return undefined;
  }
  const source = topology.service(ingress.source.id);
  if (!source) return undefined;
  if (source.kind === 'cloudfront') {
    const message = `${target.name} is open to every address on port ${ingress.fromPort}, so that ${source.name} reaches it: edge locations have no security group.`;
    notes.add('assumed', subjects, message);
    return { kind: 'cidr', cidr: WORLD };
  }
  const vpc = vpcOf(source);
  if (vpc && vpc === vpcOf(target)) return { kind: 'group', service: source };
  const reason = vpc ? 'they lie in different VPCs, and no link between those is drawn' : 'it is not in the template';
  notes.add('left-out', subjects, `${target.name} is not opened to ${source.name}: ${reason}.`);
  return undefined;
}

/** Derives security groups and their rules from the drawn connections and the inbound rules written by hand. */
export function planSecurity(
  topology: Topology,
  stack: StackPlan,
  networks: ReadonlyMap<string, FunctionNetwork>,
  notes: Notes,
): SecurityPlan {
  const vpcs = new Map<string, Vpc>();
  for (const service of stack.services) {
    const vpc = networks.get(service.id)?.vpc ?? (service.traits.inVpc ? service.vpc : null);
    if (vpc) vpcs.set(service.id, vpc);
  }
  const vpcOf = (service: Service): Vpc | undefined => vpcs.get(service.id);
  const members = stack.services.filter(vpcOf);
  const rules = new Map<string, SecurityRule>();
  for (const target of members)
    for (const ingress of target.ingress) {
      const source = readSource(ingress, target, topology, vpcOf, notes);
      if (!source) continue;
      const { protocol } = ingress;
      const fromPort = Math.min(ingress.fromPort, ingress.toPort);
      const rule = { target, source, protocol, fromPort, toPort: Math.max(ingress.fromPort, ingress.toPort) };
      rules.set(keyOf(rule), rule);
    }
  for (const endpoint of members) {
    const service = endpoint.kind === 'interface-endpoint' ? endpointTarget(endpoint) : undefined;
    for (const user of service ? usersOf(endpoint, service, topology, members, vpcOf) : []) {
      const rule = { target: endpoint, source: { kind: 'group', service: user }, ...HTTPS } as const;
      rules.set(keyOf(rule), rule);
    }
  }
  return { members, rules: [...rules.values()], vpcOf };
}
