import type { ActorKind, ServiceKind } from '../catalog/catalog';
import type { ConnectionKind } from '../catalog/connections';
import type { EndpointService } from '../catalog/endpoint-services';
import type { KindDefinition, Member, Role, TierRole, Traits } from '../catalog/kind';
import type { Cidr } from '../model/cidr';
import type { Connection, Design, Element } from '../model/design';

export type SubnetClass = 'public' | 'private' | 'isolated';

export interface Region {
  readonly id: string;
  readonly element: Element;
  /** `us-east-1`… */
  readonly code: string;
}

export interface Vpc {
  readonly id: string;
  readonly element: Element;
  readonly region: Region | null;
  readonly cidr: Cidr | null;
  /** In the order of their zone letters. */
  readonly zones: readonly Zone[];
  readonly internetGateway: Service | null;
  /** Its VPC endpoints, by the service that each leads to; the first one where several do. */
  readonly endpoints: ReadonlyMap<EndpointService, Service>;
}

export interface Zone {
  readonly id: string;
  readonly element: Element;
  readonly vpc: Vpc | null;
  /** `a`, `b`, `c`: the letter behind the Region code. */
  readonly letter: string;
  /** `us-east-1a`, or the letter alone where the Region is not known. */
  readonly code: string;
}

export interface Subnet {
  readonly id: string;
  readonly element: Element;
  readonly zone: Zone | null;
  readonly vpc: Vpc | null;
  readonly tier: Tier | null;
  readonly cidr: Cidr | null;
  /** What its label says. */
  readonly exposure: SubnetClass;
  /** Where its default route goes. */
  readonly route: 'internet-gateway' | 'nat-gateway' | 'none';
  /** The gateway the route ends at. */
  readonly gateway: Service | null;
  /** What its routes make of it. */
  readonly class: SubnetClass;
}

export interface Tier {
  readonly id: string;
  readonly element: Element;
  readonly role: TierRole;
  readonly vpc: Vpc | null;
  /** Copies that must run to carry the load; null where nobody said. */
  readonly requiredCapacity: number | null;
  readonly members: readonly Service[];
  readonly subnets: readonly Subnet[];
}

/** A member of a service in one subnet. */
export interface PlacedMember extends Omit<Member, 'subnet'> {
  readonly subnet: Subnet;
  readonly zone: Zone;
}

/** Traffic a service lets in: from a service's security group, or from a range of addresses. */
export interface Ingress {
  readonly source: { readonly kind: 'service'; readonly id: string } | { readonly kind: 'cidr'; readonly cidr: string };
  readonly protocol: 'tcp' | 'udp';
  readonly fromPort: number;
  readonly toPort: number;
  /** The drawn connection it follows from; null for a rule written by hand. */
  readonly connectionId: string | null;
}

/** A service of the design, or an actor, with everything that follows from where it is. */
export interface Service {
  readonly id: string;
  /** Its place in lists by slot: the same in all topologies that follow from one another. */
  readonly slot: number;
  readonly kind: ServiceKind | ActorKind;
  readonly name: string;
  readonly element: Element;
  readonly definition: KindDefinition;
  readonly traits: Traits;
  readonly role: Role;
  readonly region: Region | null;
  readonly vpc: Vpc | null;
  /** Subnets it lies in or may lie in (a database's subnet group), in the element's order. */
  readonly subnets: readonly Subnet[];
  readonly members: readonly PlacedMember[];
  /** Distinct zones in which members run; empty for regional and global services. */
  readonly zones: readonly Zone[];
  readonly tier: Tier | null;
  readonly ingress: readonly Ingress[];
}

/** A connection with both ends resolved and its port filled in. */
export interface Link<S extends Service = Service> {
  readonly id: string;
  readonly connection: Connection;
  readonly kind: ConnectionKind;
  readonly from: S;
  readonly to: S;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly synchronous: boolean;
  /** A network path that a security group must allow. */
  readonly opensPort: boolean;
  readonly optional: boolean;
  /** Null where nobody said. */
  readonly gbPerMonth: number | null;
  /** On average; null where nobody said. */
  readonly requestsPerSecond: number | null;
  readonly access: 'read-write' | 'read' | 'write';
  /** It travels encrypted; null where nothing decides that. */
  readonly encrypted: boolean | null;
}

/** Links by the slot of the service at one end, each list in the order of ids; empty places where there are none. */
export type LinksBySlot<S extends Service = Service> = readonly (readonly Link<S>[] | undefined)[];

/** How services hang together, by the slot of each: for what looks at all of them. */
export interface Network<S extends Service = Service> {
  readonly outgoing: LinksBySlot<S>;
  readonly incoming: LinksBySlot<S>;
  /** 1 for what users depend on; as long as there are slots. */
  readonly critical: Uint8Array;
}

/**
 * The design resolved. Rules, outages, prices and exporters read this and nothing else.
 * Lists are in the order of ids, so that results do not depend on drawing order.
 */
export interface Topology {
  readonly design: Design;
  readonly regions: readonly Region[];
  readonly vpcs: readonly Vpc[];
  readonly zones: readonly Zone[];
  readonly subnets: readonly Subnet[];
  readonly tiers: readonly Tier[];
  /** AWS services; actors stand apart. */
  readonly services: readonly Service[];
  readonly actors: readonly Service[];
  readonly links: readonly Link[];
  /** Links that end here: in the whole design all there are, in a part of one those that lead to its services. */
  readonly arrivals: readonly Link[];
  /** Everything drawn but connections: notes, groups and kinds that this version does not know too. */
  readonly elements: readonly Element[];
  /** Everything drawn between elements, those too that are no link; in the order of the design. */
  readonly connections: readonly Connection[];
  /** Elements of kinds this version does not know. */
  readonly unknown: readonly Element[];
  /** Of the whole design, in a part of one too. */
  readonly network: Network;
  service(id: string): Service | undefined;
  subnet(id: string): Subnet | undefined;
  zone(id: string): Zone | undefined;
  tier(id: string): Tier | undefined;
  link(connectionId: string): Link | undefined;
  ofKind(kind: ServiceKind | ActorKind): readonly Service[];
  ofRole(role: Role): readonly Service[];
  outgoing(serviceId: string): readonly Link[];
  incoming(serviceId: string): readonly Link[];
  /** On a synchronous path from an actor: users notice when it fails. */
  isCritical(serviceId: string): boolean;
}

/** Every address there is. */
export const WORLD = '0.0.0.0/0';
export const isWorld = (cidr: string): boolean => cidr === WORLD || cidr === '::/0';
