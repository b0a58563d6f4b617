import { Check, Minus } from 'lucide-react';
import { Checkbox as CheckboxPrimitive, Switch as SwitchPrimitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';

export interface CheckboxProps {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  label: ReactNode;
  disabled?: boolean;
  'aria-describedby'?: string;
}

export const Checkbox = ({ checked, onChange, label, disabled, ...aria }: CheckboxProps) => {
  const id = useId();
  return (
    <div className="ui-check">
      <CheckboxPrimitive.Root
        id={id}
        className="ui-check__box"
        checked={checked}
        disabled={disabled === true}
        onCheckedChange={(next) => onChange(next === true)}
        {...aria}
      >
        <CheckboxPrimitive.Indicator>
          {checked === 'indeterminate' ? (
            <Minus size={12} strokeWidth={3} aria-hidden="true" />
          ) : (
            <Check size={12} strokeWidth={3} aria-hidden="true" />
          )}
        </CheckboxPrimitive.Indicator>
      </CheckboxPrimitive.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  );
};

export interface SwitchProps {
  id?: string;
  /** `mixed`: on for some of what it stands for. */
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}

/** On or off; a switch cannot say "mixed" to a screen reader, so that state is a check box that looks like one. */
export const Switch = ({ id, checked, onChange, disabled, ...aria }: SwitchProps) => {
  const shared = {
    ...(id === undefined ? {} : { id }),
    className: 'ui-switch',
    disabled: disabled === true,
    ...aria,
  };
  if (checked === 'mixed')
    return (
      <CheckboxPrimitive.Root
        {...shared}
        checked="indeterminate"
        title="Several values"
        onCheckedChange={(next) => onChange(next === true)}
      >
        <span className="ui-switch__thumb" />
      </CheckboxPrimitive.Root>
    );
  return (
    <SwitchPrimitive.Root {...shared} checked={checked} onCheckedChange={onChange}>
      <SwitchPrimitive.Thumb className="ui-switch__thumb" />
    </SwitchPrimitive.Root>
  );
};
