import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, useState } from 'react';

/** How a control reports an edit: every valid state while typing, then the end of the edit. */
export interface EditHandlers<Value> {
  onEdit: (value: Value) => void;
  onCommit: () => void;
  onCancel: () => void;
}

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
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (end: () => void) => {
    if (draft === undefined) return;
    setDraft(undefined);
    end();
  };
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
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value);
          onEdit(event.target.value);
        }}
        onBlur={() => finish(onCommit)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(onCommit);
          if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            finish(onCancel);
          }
        }}
      />
      {unit === undefined ? null : <span className="ui-input__unit">{unit}</span>}
    </span>
  );
};
