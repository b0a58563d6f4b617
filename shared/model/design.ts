import type { JsonObject } from '../util/json';

export type ElementId = string;
export type ConnectionId = string;

/** Position relative to the parent container's top left corner, and size; canvas pixels at 100 %. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Anything on the canvas: a container, a service, an actor or a note. Immutable; a change makes a new object. */
export interface Element {
  readonly id: ElementId;
  /** Kind in the catalog; a kind this version does not know is kept as it is. */
  readonly kind: string;
  readonly name: string;
  /** The container that holds it: Region ⊃ VPC ⊃ Availability Zone ⊃ subnet; null lies on the canvas itself. */
  readonly parent: ElementId | null;
  /** The tier (an element of kind `tier`) it belongs to; independent of the placement. Subnets have a tier too. */
  readonly tier: ElementId | null;
  /** Subnets a spanning service lies in (load balancer, Auto Scaling group, database…); empty for all else. */
  readonly subnets: readonly ElementId[];
  readonly frame: Frame;
  /** Only what differs from the catalog's defaults. */
  readonly settings: JsonObject;
  /** Keys of settings that the export leaves to whoever deploys; absent where there are none. */
  readonly parameters?: readonly string[];
  /** Settings that have another value in development; the drawn one is production's. Absent where there are none. */
  readonly development?: JsonObject;
  /** Tags of its own: key → value; what it lies in and its tier add theirs (`tags.ts`). Absent where there are none. */
  readonly tags?: Readonly<Record<string, string>>;
  /** A container drawn as one box in place of what it holds; absent means open. Nothing but the drawing knows of it. */
  readonly collapsed?: true;
  /** Not to be moved, resized or deleted until it is unlocked; absent means free. */
  readonly locked?: true;
  /** Place among its siblings from back to front: a whole number, absent means 0. One that has it may lie over its siblings. */
  readonly order?: number;
  /** Fields a newer version wrote: kept, never read. */
  readonly extra?: JsonObject;
}

/** A place on the canvas, in pixels at 100 % from its origin. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A directed relation with a meaning. Kinds stand in the catalog (`catalog/connections.ts`). */
export interface Connection {
  readonly id: ConnectionId;
  readonly kind: string;
  readonly from: ElementId;
  readonly to: ElementId;
  /** protocol, port, access, gbPerMonth…: see `connectionSettings` in the catalog. */
  readonly settings: JsonObject;
  /** Corners its line was bent to, from start to end; absent means that the line finds its own way. */
  readonly bends?: readonly Place[];
  readonly extra?: JsonObject;
}

/** A finding that somebody has looked at and accepts. There is at most one for a rule and an element. */
export interface Waiver {
  /** Id of the rule: `AVL-05`. */
  readonly rule: string;
  /** Id of the element, or connection, that the finding is about; `*` for all. It may be gone: then the waiver accepts nothing. */
  readonly element: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Day it was made, `2026-03-01`. */
  readonly created: string;
  /** Last day it holds; left out where it holds until somebody takes it back. */
  readonly expires?: string;
  /** Fields a newer version wrote: kept, never read. */
  readonly extra?: JsonObject;
}

/** What holds for the whole design. */
export interface DesignHeader {
  readonly name: string;
  /** environment, budget…: see `designSettings` in the catalog. */
  readonly settings: JsonObject;
  /** Findings that are accepted, by rule and element; left out where there are none. */
  readonly waivers?: readonly Waiver[];
  /** Tags of everything in the design: key → value; left out where there are none. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Keys of tags that everything must have, sorted; left out where none is asked for. */
  readonly requiredTags?: readonly string[];
  readonly extra?: JsonObject;
}

/** One document. Changes only by diffs (`diff.ts`). Maps keep ids such as `__proto__` harmless. */
export interface Design {
  readonly header: DesignHeader;
  readonly elements: ReadonlyMap<ElementId, Element>;
  readonly connections: ReadonlyMap<ConnectionId, Connection>;
}

export const FORMAT_NAME = 'stratiform';
export const FORMAT_VERSION = 1;

export const emptyDesign = (name = 'Untitled design'): Design => ({
  header: { name, settings: {} },
  elements: new Map(),
  connections: new Map(),
});

/** A fresh element with every field set; `fields` wins over the blanks. */
export const makeElement = (
  fields: Pick<Element, 'id' | 'kind' | 'name'> & Partial<Omit<Element, 'id' | 'kind' | 'name'>>,
): Element => ({
  parent: null,
  tier: null,
  subnets: [],
  frame: { x: 0, y: 0, width: 0, height: 0 },
  settings: {},
  ...fields,
});

export const makeConnection = (
  fields: Pick<Connection, 'id' | 'kind' | 'from' | 'to'> & { readonly settings?: JsonObject },
): Connection => ({ settings: {}, ...fields });

/** Makes ids: `kind-xxxxx`. The composition root passes one built on real randomness; tests a counting one. */
export type NewId = (kind: string) => string;
