import type { Family, KindDefinition } from './kind';
import { kinds } from './services';

/** Every kind this version knows. */
export type Kind = keyof typeof kinds;
/** Kinds that hold others, and notes: no service, no price, no rule subject by themselves. */
export type StructureKind = 'region' | 'vpc' | 'availability-zone' | 'subnet' | 'tier' | 'group' | 'note';
export type ActorKind = 'users' | 'office';
/** Kinds that are an AWS service or part of one. Sheets and emitters are complete over these. */
export type ServiceKind = Exclude<Kind, StructureKind | ActorKind>;

const byName: ReadonlyMap<string, KindDefinition> = new Map(Object.entries(kinds));

/** The definition of a kind; undefined for one this version does not know. */
export const definitionOf = (kind: string): KindDefinition | undefined => byName.get(kind);

export const isKind = (kind: string): kind is Kind => byName.has(kind);

const STRUCTURE: ReadonlySet<string> = new Set<StructureKind>([
  'region',
  'vpc',
  'availability-zone',
  'subnet',
  'tier',
  'group',
  'note',
]);
const ACTORS: ReadonlySet<string> = new Set<ActorKind>(['users', 'office']);

export const isActorKind = (kind: string): kind is ActorKind => ACTORS.has(kind);
export const isServiceKind = (kind: string): kind is ServiceKind =>
  byName.has(kind) && !STRUCTURE.has(kind) && !ACTORS.has(kind);

/** Neither a note nor a group, which mean nothing to AWS, nor a kind from a newer version. */
export const isPlacedKind = (kind: string): boolean => kind !== 'note' && kind !== 'group' && byName.has(kind);

/** All definitions in catalog order. */
export const allDefinitions = (): readonly KindDefinition[] => [...byName.values()];

const serviceKindsThat = (isWanted: (definition: KindDefinition) => boolean): readonly ServiceKind[] =>
  allDefinitions().flatMap((definition) =>
    isServiceKind(definition.kind) && isWanted(definition) ? [definition.kind] : [],
  );

/** The kinds of services that belong to one of these families. */
export const kindsOfFamily = (...families: readonly Family[]): readonly ServiceKind[] =>
  serviceKindsThat(({ family }) => families.includes(family));

/** Key of a setting of some kind of service. */
type SettingKey = { readonly [K in ServiceKind]: keyof (typeof kinds)[K]['schema']['shape'] }[ServiceKind];

/** The kinds of services that have one of these settings. */
export const kindsWithSetting = (...keys: readonly SettingKey[]): readonly ServiceKind[] =>
  serviceKindsThat(({ schema }) => keys.some((key) => Object.hasOwn(schema.shape, key)));
