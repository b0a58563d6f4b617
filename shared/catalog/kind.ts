import type { z } from 'zod';
import type { ElementId } from '../model/design';
import { type SettingsReader, settingsReader } from './fields';

/** Where an element of the kind lives. */
export type Scope =
  /** Region, VPC, Availability Zone, subnet, tier, group: holds others. */
  | 'container'
  /** Notes and actors: on the canvas itself. */
  | 'canvas'
  /** At the edge: Route 53, CloudFront. */
  | 'global'
  /** In a Region, outside a VPC. */
  | 'regional'
  /** Attached to a VPC as a whole: the internet gateway. */
  | 'vpc'
  /** In exactly one subnet. */
  | 'zonal'
  /** In several subnets of a VPC at once. */
  | 'spanning';

/** Part a service plays; decides which rules look at it. */
export type Role =
  | 'actor'
  | 'edge'
  | 'dns'
  | 'load-balancer'
  | 'web'
  | 'app'
  | 'worker'
  | 'cache'
  | 'database'
  | 'storage'
  | 'queue'
  | 'topic'
  | 'gateway'
  | 'bastion'
  | 'operations';

export type TierRole = 'load-balancing' | 'web' | 'app' | 'cache' | 'database' | 'ancillary';

/** Groups of kinds that connect alike; see `connections.ts`. */
export type Family =
  | 'none'
  | 'actor'
  | 'dns'
  | 'cdn'
  | 'load-balancer'
  | 'compute'
  | 'function'
  | 'bastion'
  | 'relational'
  | 'nosql'
  | 'cache'
  | 'object-store'
  | 'file-system'
  | 'queue'
  | 'topic'
  | 'gateway'
  | 'alarm'
  | 'key'
  | 'api'
  | 'certificate'
  | 'firewall'
  | 'secret'
  | 'vpn'
  | 'trail'
  | 'stream';

export type Category =
  | 'Structure'
  | 'People'
  | 'Edge'
  | 'Network'
  | 'Load balancing'
  | 'Compute'
  | 'Database'
  | 'Cache'
  | 'Storage'
  | 'Messaging'
  | 'Operations'
  | 'Security';

export interface PortSpec {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** A physical part of a service in one subnet. */
export interface Member {
  readonly subnet: ElementId;
  readonly role: 'instance' | 'task' | 'node' | 'primary' | 'standby' | 'replica' | 'mount-target';
  readonly count: number;
}

/** What follows from a service's settings and the place it is in. */
export interface Traits {
  readonly role: Role;
  readonly stateful: boolean;
  /** Interchangeable copies; `Infinity` where AWS scales it. */
  readonly copies: { readonly min: number; readonly desired: number; readonly max: number };
  readonly members: readonly Member[];
  /** AWS itself spreads it over several AZs. */
  readonly selfRedundant: boolean;
  /** Ports it accepts connections on, the usual one first. */
  readonly listens: readonly PortSpec[];
  /** It has network interfaces in a VPC, and so a security group. */
  readonly inVpc: boolean;
  /** It has an address on the internet; whether one can get through depends on routes and security groups. */
  readonly publicAddress: boolean;
  /** It talks TLS, always or never; null where its settings do not decide that. */
  readonly encryptsTransit: boolean | null;
}

export interface Place {
  /** Subnets it lies in, in the element's order, with the id of their AZ. */
  readonly subnets: readonly { readonly id: ElementId; readonly az: ElementId }[];
  readonly tierRole: TierRole | null;
}

interface KindSpec<K extends string, S extends z.ZodObject> {
  readonly kind: K;
  /** AWS's own name, as AWS writes it. */
  readonly title: string;
  /** Name a new element gets. */
  readonly newName: string;
  readonly category: Category;
  /** File in the `aws-icons` package without ending, `folder/Name`, or `lucide/name`. */
  readonly icon: string;
  readonly summary: string;
  readonly keywords?: readonly string[];
  /**
   * The page of AWS's user guides that introduces the service. All were found on 2026-11-28: in the texts of AWS's own resource schema
   * (`@aws-cdk/aws-service-spec`), or where public repositories link to them.
   */
  readonly docsUrl?: string;
  readonly scope: Scope;
  readonly family: Family;
  /** Kinds of container that may hold it directly; 'canvas' is the drawing itself. Groups are looked through. */
  readonly parents: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  readonly settings: S;
  /** Tier a drop without one most likely means. */
  readonly tierRole?: TierRole;
}

export interface KindDefinition<K extends string = string, S extends z.ZodObject = z.ZodObject>
  extends Omit<KindSpec<K, S>, 'settings'>,
    SettingsReader<S> {
  /** The one line of settings that matters, such as `db.r6g.large · Multi-AZ`; empty where there is none. */
  headline(raw: object): string;
  traits(raw: object, place: Place): Traits;
}

const ONE = { min: 1, desired: 1, max: 1 } as const;
export const MANAGED = {
  min: Number.POSITIVE_INFINITY,
  desired: Number.POSITIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
} as const;

const plainTraits: Traits = {
  role: 'operations',
  stateful: false,
  copies: ONE,
  members: [],
  selfRedundant: false,
  listens: [],
  inVpc: false,
  publicAddress: false,
  encryptsTransit: null,
};

/** Makes a definition; `headline` and `traits` get the settings typed and with defaults. */
export function defineKind<const K extends string, S extends z.ZodObject>(
  spec: KindSpec<K, S> & {
    readonly headline?: (settings: z.output<S>) => string;
    readonly traits?: (settings: z.output<S>, place: Place) => Partial<Traits>;
  },
): KindDefinition<K, S> {
  const { settings, headline, traits, ...rest } = spec;
  const reader = settingsReader(settings);
  return {
    ...rest,
    ...reader,
    headline: (raw) => headline?.(reader.read(raw)) ?? '',
    traits: (raw, place) => ({ ...plainTraits, ...traits?.(reader.read(raw), place) }),
  };
}

/** The first subnet of each AZ, in order. */
export function subnetPerAz(place: Place): { readonly id: ElementId; readonly az: ElementId }[] {
  const seen = new Set<ElementId>();
  return place.subnets.filter(({ az }) => !seen.has(az) && seen.add(az));
}

/** `total` copies dealt out over the AZs, the first ones getting one more. */
export function spreadOverAzs(place: Place, total: number, role: Member['role'] = 'instance'): Member[] {
  const slots = subnetPerAz(place);
  return slots
    .map(({ id }, index) => ({
      subnet: id,
      role,
      count: Math.floor(total / slots.length) + (index < total % slots.length ? 1 : 0),
    }))
    .filter(({ count }) => count > 0);
}
