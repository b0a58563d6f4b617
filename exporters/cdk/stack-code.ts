import type { Literal } from './code-tree';
import type { Module } from './module';

/** The prop of a stack that says the environment. */
export const ENVIRONMENT_PROP = 'environment';

/** A value that differs, as it is in each environment. */
export interface SettingValues {
  readonly production: Literal;
  readonly development: Literal;
}

/** What a stack's files need to know of its environments. */
export interface StackEnvironments {
  readonly settings: ReadonlyMap<string, SettingValues>;
  /** The classes that ask for the environment, and whether one of its settings is among what they ask. */
  readonly users: ReadonlyMap<Module, { readonly asksSettings: boolean }>;
  /** Elements that are as in production, since another value would make other code of them. */
  readonly unlike: readonly string[];
}

/** Everything of one stack that is written into files. */
export interface StackCode {
  readonly region: string | null;
  readonly root: Module;
  /** In the order in which the stack makes them. */
  readonly modules: readonly Module[];
  /** Absent where every environment is the same. */
  readonly environments?: StackEnvironments;
}
