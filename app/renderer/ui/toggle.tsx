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
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}

export const Switch = ({ id, checked, onChange, disabled, ...aria }: SwitchProps) => (
  <SwitchPrimitive.Root
    {...(id === undefined ? {} : { id })}
    className="ui-switch"
    checked={checked}
    disabled={disabled === true}
    onCheckedChange={onChange}
    {...aria}
  >
    <SwitchPrimitive.Thumb className="ui-switch__thumb" />
  </SwitchPrimitive.Root>
);
