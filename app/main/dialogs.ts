import type { FileFilter } from 'electron';

/** `buttons` from left to right; `standard` is chosen by Enter, `cancel` by Escape. */
export type Question = {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly [string, ...string[]];
  readonly standard: number;
  readonly cancel: number;
};

/** The system's dialogs; a port, so that tests answer instead of a person. */
export type Dialogs = {
  readonly chooseDesign: () => Promise<string | null>;
  readonly choosePlace: (suggestedPath: string, filter: FileFilter) => Promise<string | null>;
  readonly chooseFolder: (startFolder: string) => Promise<string | null>;
  /** Answers the index of the chosen button. */
  readonly ask: (question: Question) => Promise<number>;
};

export const designFilter: FileFilter = { name: 'Stratiform design', extensions: ['stratiform'] };
