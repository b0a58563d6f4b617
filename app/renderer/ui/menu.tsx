import { Check, type LucideIcon } from 'lucide-react';
import { ContextMenu as ContextPrimitive, DropdownMenu as DropdownPrimitive } from 'radix-ui';
import { Fragment, type ReactElement } from 'react';
import { Kbd } from './kbd';

/** One entry of a menu; `checked` makes it a check item. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  shortcut?: string | undefined;
  disabled?: boolean;
  checked?: boolean;
  tone?: 'danger';
  run: () => void;
}

/** Sections are divided by a line; a section may carry a caption. */
export interface MenuSection {
  label?: string;
  items: MenuItem[];
}

interface MenuParts {
  Item: typeof DropdownPrimitive.Item | typeof ContextPrimitive.Item;
  CheckboxItem: typeof DropdownPrimitive.CheckboxItem | typeof ContextPrimitive.CheckboxItem;
  ItemIndicator: typeof DropdownPrimitive.ItemIndicator | typeof ContextPrimitive.ItemIndicator;
  Label: typeof DropdownPrimitive.Label | typeof ContextPrimitive.Label;
  Separator: typeof DropdownPrimitive.Separator | typeof ContextPrimitive.Separator;
}

const Entry = ({ parts, item }: { parts: MenuParts; item: MenuItem }) => {
  const { icon: Icon } = item;
  const shared = {
    className: 'ui-menu__item',
    disabled: item.disabled === true,
    'data-tone': item.tone,
    onSelect: item.run,
  };
  const content = (
    <>
      {Icon ? <Icon size={14} aria-hidden="true" /> : null}
      <span className="ui-truncate">{item.label}</span>
      {item.shortcut === undefined ? null : <Kbd shortcut={item.shortcut} />}
    </>
  );
  if (item.checked === undefined) return <parts.Item {...shared}>{content}</parts.Item>;
  return (
    <parts.CheckboxItem {...shared} checked={item.checked}>
      <span className="ui-menu__check">
        <parts.ItemIndicator>
          <Check size={14} aria-hidden="true" />
        </parts.ItemIndicator>
      </span>
      {content}
    </parts.CheckboxItem>
  );
};

const Sections = ({ parts, sections }: { parts: MenuParts; sections: MenuSection[] }) =>
  sections
    .filter(({ items }) => items.length > 0)
    .map((section, index) => (
      <Fragment key={section.items[0]?.id ?? index}>
        {index > 0 ? <parts.Separator className="ui-menu__separator" /> : null}
        {section.label === undefined ? null : <parts.Label className="ui-menu__label">{section.label}</parts.Label>}
        {section.items.map((item) => (
          <Entry key={item.id} parts={parts} item={item} />
        ))}
      </Fragment>
    ));

export interface DropdownMenuProps {
  trigger: ReactElement;
  sections: MenuSection[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}

export const DropdownMenu = ({ trigger, sections, align = 'start', side = 'bottom' }: DropdownMenuProps) => (
  <DropdownPrimitive.Root modal={false}>
    <DropdownPrimitive.Trigger asChild>{trigger}</DropdownPrimitive.Trigger>
    <DropdownPrimitive.Portal>
      <DropdownPrimitive.Content
        className="ui-floating ui-menu ui-scroll"
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
      >
        <Sections parts={DropdownPrimitive} sections={sections} />
      </DropdownPrimitive.Content>
    </DropdownPrimitive.Portal>
  </DropdownPrimitive.Root>
);

export interface ContextMenuProps {
  /** What is right-clicked. */
  children: ReactElement;
  sections: MenuSection[];
  onOpenChange?: (open: boolean) => void;
}

export const ContextMenu = ({ children, sections, onOpenChange }: ContextMenuProps) => (
  <ContextPrimitive.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
    <ContextPrimitive.Trigger asChild>{children}</ContextPrimitive.Trigger>
    <ContextPrimitive.Portal>
      <ContextPrimitive.Content className="ui-floating ui-menu ui-scroll" collisionPadding={8}>
        <Sections parts={ContextPrimitive} sections={sections} />
      </ContextPrimitive.Content>
    </ContextPrimitive.Portal>
  </ContextPrimitive.Root>
);
