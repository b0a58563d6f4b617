import type { JsonObject } from '../../../util/json';

/** Lifts a file of version `from` to version `from + 1`. Up only; each is proved by a fixture that is never edited. */
export interface Migration {
  readonly from: number;
  readonly up: (file: JsonObject) => JsonObject;
}

/** In order of `from`. Version 1 is the first, so there is nothing to lift yet. */
export const migrations: readonly Migration[] = [];

/** The file in the current version. */
export const migrate = (file: JsonObject, version: number, steps: readonly Migration[] = migrations): JsonObject =>
  steps.filter(({ from }) => from >= version).reduce((lifted, step) => step.up(lifted), file);
