import { useState } from 'react';
import type { EditHandlers } from './edit-handlers';

export interface NumberFieldProps extends EditHandlers<number> {
  id?: string;
  value: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  unit?: string | undefined;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  /** Called with the typed text when it is not a number, with undefined when it is one again. */
  onUnreadable?: (text: string | undefined) => void;
}

/** Reads `1,200` and `1200.5`; undefined when the text is no finite number. */
export const readNumber = (text: string): number | undefined => {
  const plain = text.trim().replaceAll(',', '').replaceAll(' ', '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
};

const clamp = (value: number, min: number | undefined, max: number | undefined): number =>
  Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, value));

/** A number with unit; arrow keys step it, Enter and leaving commit, Escape restores. */
export const NumberField = ({
  value,
  min,
  max,
  step = 1,
  unit,
  invalid,
  onEdit,
  onCommit,
  onCancel,
  onUnreadable,
  ...rest
}: NumberFieldProps) => {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (end: () => void) => {
    if (draft === undefined) return;
    setDraft(undefined);
    onUnreadable?.(undefined);
    end();
  };
  const edit = (text: string) => {
    setDraft(text);
    const next = readNumber(text);
    onUnreadable?.(next === undefined ? text : undefined);
    if (next !== undefined) onEdit(next);
  };
  const stepBy = (delta: number) => {
    const base = (draft === undefined ? value : readNumber(draft)) ?? 0;
    edit(String(Number(clamp(base + delta, min, max).toFixed(6))));
  };
  return (
    <span className="ui-input" data-invalid={invalid ? '' : undefined}>
      <input
        {...rest}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={invalid ? true : undefined}
        autoComplete="off"
        className="ui-input__control ui-numeric"
        value={draft ?? (value === undefined ? '' : String(value))}
        onChange={(event) => edit(event.target.value)}
        onBlur={() => finish(onCommit)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(onCommit);
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            stepBy((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? step * 10 : step));
          }
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
