import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Tooltip } from './tooltip';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant;
  size?: 'normal' | 'small';
  icon?: LucideIcon | undefined;
}

const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');

export const Button = ({
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    className={classes('ui-button', `ui-button--${variant}`, size === 'small' && 'ui-button--small', className)}
    {...rest}
  >
    {Icon ? <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" /> : null}
    {children}
  </button>
);

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** The accessible name, shown as tooltip too. */
  label: string;
  shortcut?: string | undefined;
  variant?: Variant;
  size?: 'normal' | 'small';
  side?: 'top' | 'right' | 'bottom' | 'left';
}

/** The tooltip says the name once more: as a description it would take the place of one that is given. */
const Face = ({ 'aria-describedby': tooltip, ...props }: ComponentProps<'button'>) => (
  <button {...props} aria-describedby={props['aria-description'] === undefined ? tooltip : undefined} />
);

export const IconButton = ({
  icon: Icon,
  label,
  shortcut,
  variant = 'quiet',
  size = 'normal',
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) => (
  <Tooltip text={label} shortcut={shortcut} side={side}>
    <Face
      type="button"
      aria-label={label}
      className={classes(
        'ui-button',
        'ui-button--icon',
        `ui-button--${variant}`,
        size === 'small' && 'ui-button--small',
        className,
      )}
      {...rest}
    >
      <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" />
    </Face>
  </Tooltip>
);
