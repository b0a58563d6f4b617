import { type ComponentProps, useState } from 'react';
import type { EditHandlers } from './text-field';

export interface TextAreaProps
  extends EditHandlers<string>,
    Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onFocus'> {
  value: string;
  invalid?: boolean;
}

/** Several lines of text. Leaving the field commits, as does Ctrl or Command with Enter; Escape restores. */
export const TextArea = ({ value, invalid, onEdit, onCommit, onCancel, ...rest }: TextAreaProps) => {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (end: () => void) => {
    if (draft === undefined) return;
    setDraft(undefined);
    end();
  };
  return (
    <span className="ui-input ui-input--area" data-invalid={invalid ? '' : undefined}>
      <textarea
        rows={3}
        spellCheck={false}
        autoComplete="off"
        {...rest}
        className="ui-input__control"
        aria-invalid={invalid ? true : undefined}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value);
          onEdit(event.target.value);
        }}
        onBlur={() => finish(onCommit)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(onCommit);
          if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            finish(onCancel);
          }
        }}
      />
    </span>
  );
};
