import type { Service, Topology } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import type { Access } from '../plan/access';
import type { FunctionNetwork } from '../plan/functions';
import type { Notes } from '../plan/note';
import type { StackPlan } from '../plan/placement';
import type { SecurityPlan } from '../plan/security-rules';
import type { SubnetPlan } from '../plan/subnets';
import type { Output, Parameter, Resource } from './template';

/** The design and the stack that is written: enough to ask what the drawing says. */
export type DesignView = Pick<EmitContext, 'topology' | 'stack'>;

/** What an emitter works with: the design, the plan of the stack, and where resources go. */
export interface EmitContext {
  readonly topology: Topology;
  readonly stack: StackPlan;
  readonly subnets: SubnetPlan;
  readonly networks: ReadonlyMap<string, FunctionNetwork>;
  readonly security: SecurityPlan;
  readonly access: readonly Access[];
  readonly notes: Notes;
  /** Logical id of an element's resource; `part` names the resource where an element has several. */
  id(elementId: string, part?: string): string;
  /** Logical id of a resource of the design as a whole. */
  designId(part: string): string;
  /** Adds a resource of a service to the section of its tier or category. */
  add(service: Service, part: string, resource: Resource): void;
  /** Adds a resource that belongs to the network as a whole. */
  addToNetwork(elementId: string, part: string, resource: Resource): void;
  /** Adds a resource that belongs to the design as a whole; `designId` is its id. */
  addToDesign(part: string, resource: Resource): void;
  /** The reference to a parameter; the same id twice is one parameter. */
  parameter(id: string, parameter: Parameter): JsonObject;
  output(service: Service, part: string, output: Output): void;
  /** The name, for whatever takes a list of tags. `add` puts those of the design beside it (`tag-shapes.ts`). */
  tags(name: string): readonly JsonObject[];
}

/** Writes the resources of one service. */
export type Emitter = (service: Service, context: EmitContext) => void;

/** Policies that keep data when its resource is deleted or replaced. */
export const keepData = (policy: 'Retain' | 'Snapshot') =>
  ({ DeletionPolicy: policy, UpdateReplacePolicy: policy }) as const;

/** Policies for resources without data of their own, said aloud where a reader might wonder. */
export const dropData = { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' } as const;
