import { useRef } from 'react';
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
