import { useRef, useState } from 'react';
import { app } from '../../store/app';
import type { Command } from '../../store/editing';

export interface SettingEdit {
  /** Applies a value at once; further edits join the same undo step until it ends. */
  edit(command: Command): void;
  commit(): void;
  cancel(): void;
}

/** One undo step for everything typed into a field between its first change and leaving it. */
export function useSettingEdit(name: string): SettingEdit {
  const isEditing = useRef(false);
  const end = (finish: () => void) => {
    if (!isEditing.current) return;
    isEditing.current = false;
    finish();
  };
  return {
    edit: (command) => {
      if (!isEditing.current || !app.getState().gesture) app.beginGesture(name);
      isEditing.current = true;
      app.dispatch(name, command);
    },
    commit: () => end(app.commitGesture),
    cancel: () => end(app.cancelGesture),
  };
}

export interface CheckedEdit extends SettingEdit {
  /** What is wrong with what is typed just now. */
  readonly error: string | undefined;
  /** Keeps what was typed from the design and says why; undefined where nothing is wrong any more. */
  refuse(why: string | undefined): void;
}

/** The same for a field that does not take everything: what is wrong shows until it is mended or the edit ends. */
export function useCheckedEdit(name: string): CheckedEdit {
  const { edit, commit, cancel } = useSettingEdit(name);
  const [error, refuse] = useState<string | undefined>(undefined);
  const end = (finish: () => void) => () => {
    refuse(undefined);
    finish();
  };
  return {
    error,
    refuse,
    edit: (command) => {
      refuse(undefined);
      edit(command);
    },
    commit: end(commit),
    cancel: end(cancel),
  };
}
