import { useState } from 'react';
import type { EditHandlers } from './edit-handlers';

/** What a text control shows while it is being edited: the draft until the edit ends, then what the owner holds. */
export function useDraft(value: string, { onEdit, onCommit, onCancel }: EditHandlers<string>) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (end: () => void) => {
    if (draft === undefined) return;
    setDraft(undefined);
    end();
  };
  return {
    shown: draft ?? value,
    edit: (text: string) => {
      setDraft(text);
      onEdit(text);
    },
    commit: () => finish(onCommit),
    /** Escape: takes the edit back, and only where there is one does it keep the key from others. */
    escape: (event: { stopPropagation(): void }) => {
      if (draft === undefined) return;
      event.stopPropagation();
      finish(onCancel);
    },
  };
}
