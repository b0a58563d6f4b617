import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  /** A count or badge after the label. */
  extra?: ReactNode;
}

export interface TabsProps<Id extends string> {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  items: readonly TabItem<Id>[];
  /** Controls at the end of the row of tabs. */
  tools?: ReactNode;
  className?: string;
  children: ReactNode;
}

export const Tabs = <Id extends string>({
  label,
  value,
  onChange,
  items,
  tools,
  className,
  children,
}: TabsProps<Id>) => (
  <Primitive.Root
    className={className}
    value={value}
    onValueChange={(next) => {
      const item = items.find(({ id }) => id === next);
      if (item) onChange(item.id);
    }}
  >
    <div className="ui-tabs__bar">
      <Primitive.List className="ui-tabs__list" aria-label={label}>
        {items.map(({ id, label: text, extra }) => (
          <Primitive.Trigger key={id} className="ui-tabs__tab" value={id}>
            {text}
            {extra}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tools === undefined ? null : <div className="ui-tabs__tools">{tools}</div>}
    </div>
    {children}
  </Primitive.Root>
);

export const TabPanel = ({ id, className, children }: { id: string; className?: string; children: ReactNode }) => (
  <Primitive.Content value={id} className={className} tabIndex={-1}>
    {children}
  </Primitive.Content>
);
