import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { EditHandlers } from './edit-handlers';
import { useDraft } from './use-draft';

export interface TextFieldProps
  extends EditHandlers<string>,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onFocus'> {
  value: string;
  icon?: LucideIcon;
  unit?: string | undefined;
  invalid?: boolean;
}

/** One line of text. Enter and leaving the field commit, Escape restores. */
export const TextField = ({
  value,
  icon: Icon,
  unit,
  invalid,
  onEdit,
  onCommit,
  onCancel,
  ...rest
}: TextFieldProps) => {
  const draft = useDraft(value, { onEdit, onCommit, onCancel });
  return (
    <span className="ui-input" data-invalid={invalid ? '' : undefined}>
      {Icon ? (
        <span className="ui-input__icon">
          <Icon size={14} aria-hidden="true" />
        </span>
      ) : null}
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...rest}
        className="ui-input__control"
        aria-invalid={invalid ? true : undefined}
        value={draft.shown}
        onChange={(event) => draft.edit(event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') draft.commit();
          if (event.key === 'Escape') draft.escape(event);
        }}
      />
      {unit === undefined ? null : <span className="ui-input__unit">{unit}</span>}
    </span>
  );
};
