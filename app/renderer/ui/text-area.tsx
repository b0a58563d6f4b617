import type { ComponentProps } from 'react';
import type { EditHandlers } from './edit-handlers';
import { useDraft } from './use-draft';

export interface TextAreaProps
  extends EditHandlers<string>,
    Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onFocus'> {
  value: string;
  invalid?: boolean;
}

/** Several lines of text. Leaving the field commits, as does Ctrl or Command with Enter; Escape restores. */
export const TextArea = ({ value, invalid, onEdit, onCommit, onCancel, ...rest }: TextAreaProps) => {
  const draft = useDraft(value, { onEdit, onCommit, onCancel });
  return (
    <span className="ui-input ui-input--area" data-invalid={invalid ? '' : undefined}>
      <textarea
        rows={3}
        spellCheck={false}
        autoComplete="off"
        {...rest}
        className="ui-input__control"
        aria-invalid={invalid ? true : undefined}
        value={draft.shown}
        onChange={(event) => draft.edit(event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit();
          if (event.key === 'Escape') draft.escape(event);
        }}
      />
    </span>
  );
};
