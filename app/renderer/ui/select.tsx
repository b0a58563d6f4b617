import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';

export interface SelectOption {
  value: string;
  label: string;
  /** Said after the label in quiet type, for instance a size or a price. */
  hint?: string;
  disabled?: boolean;
}

export interface SelectProps {
  id?: string;
  value: string | undefined;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}

/** Chooses one of a list. */
export const Select = ({ id, value, onChange, options, placeholder = 'Choose…', disabled, ...aria }: SelectProps) => (
  <Primitive.Root value={value ?? ''} onValueChange={onChange} disabled={disabled === true}>
    <Primitive.Trigger id={id} className="ui-input ui-select" {...aria}>
      <span className="ui-truncate">
        <Primitive.Value placeholder={placeholder} />
      </span>
      <Primitive.Icon asChild>
        <ChevronDown size={14} aria-hidden="true" />
      </Primitive.Icon>
    </Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content className="ui-floating ui-menu" position="popper" sideOffset={4} collisionPadding={8}>
        <Primitive.Viewport>
          {options.map((option) => (
            <Primitive.Item
              key={option.value}
              value={option.value}
              disabled={option.disabled === true}
              className="ui-menu__item"
            >
              <span className="ui-menu__check">
                <Primitive.ItemIndicator>
                  <Check size={14} aria-hidden="true" />
                </Primitive.ItemIndicator>
              </span>
              <Primitive.ItemText>{option.label}</Primitive.ItemText>
              {option.hint === undefined ? null : <span className="ui-kbd">{option.hint}</span>}
            </Primitive.Item>
          ))}
        </Primitive.Viewport>
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
