import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export const EmptyState = ({ icon: Icon, title, children, actions }: EmptyStateProps) => (
  <div className="ui-empty">
    {Icon ? <Icon size={20} aria-hidden="true" /> : null}
    <p className="ui-empty__title">{title}</p>
    {children === undefined ? null : <div>{children}</div>}
    {actions === undefined ? null : <div className="ui-empty__actions">{actions}</div>}
  </div>
);
