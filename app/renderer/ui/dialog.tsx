import { X } from 'lucide-react';
import { AlertDialog as AlertPrimitive, Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from './button';

/** Focus goes to the dialog itself, so that its title is read out and no button lights up by chance. */
const focusDialog = (event: Event) => {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
};

/** Gives the focus back to what had it; our dialogs have no trigger of their own that could take it. */
const useReturnOfFocus = (onClosed?: () => void) => {
  const [before] = useState(() => document.activeElement);
  return (event: Event) => {
    event.preventDefault();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    onClosed?.();
  };
};

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  /** Runs once the dialog is gone and the focus is back. */
  onClosed?: () => void;
  title: string;
  description?: string | undefined;
  wide?: boolean;
  /** Keeps its height whatever the content. */
  tall?: boolean;
  /** Holds nothing but text: takes the focus itself, so that the keyboard can scroll it. */
  isText?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

/** A modal dialog; Escape and the cross close it, focus returns to where it was. */
export const Dialog = (props: DialogProps) => {
  const { open, onClose, onClosed, title, description, wide, tall, isText, footer, children } = props;
  const giveBack = useReturnOfFocus(onClosed);
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className="ui-overlay" />
        <Primitive.Content
          className={`ui-dialog${wide ? ' ui-dialog--wide' : ''}${tall ? ' ui-dialog--tall' : ''}`}
          onOpenAutoFocus={focusDialog}
          onCloseAutoFocus={giveBack}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="ui-dialog__head">
            <div>
              <Primitive.Title className="ui-dialog__title">{title}</Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description className="ui-dialog__description">{description}</Primitive.Description>
              )}
            </div>
            <IconButton className="ui-dialog__close" icon={X} label="Close" onClick={onClose} />
          </header>
          <div
            className="ui-dialog__body ui-scroll"
            {...(isText ? { role: 'region', 'aria-label': title, tabIndex: 0 } : {})}
          >
            {children}
          </div>
          {footer === undefined ? null : <footer className="ui-dialog__foot">{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
};

export interface AlertDialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** The safe way out; Escape chooses it, or the only action where there is none. */
  cancel?: { label: string; run: () => void } | undefined;
  actions: { label: string; run: () => void; variant?: 'primary' | 'secondary' | 'danger' }[];
}

/** A question or a fault that must be answered before work goes on. */
export const AlertDialog = ({ open, title, children, cancel, actions }: AlertDialogProps) => {
  const giveBack = useReturnOfFocus();
  const leave = cancel ?? (actions.length === 1 ? actions[0] : undefined);
  return (
    <AlertPrimitive.Root open={open} onOpenChange={(next) => (next ? undefined : leave?.run())}>
      <AlertPrimitive.Portal>
        <AlertPrimitive.Overlay className="ui-overlay" />
        <AlertPrimitive.Content className="ui-dialog" aria-describedby={undefined} onCloseAutoFocus={giveBack}>
          <header className="ui-dialog__head">
            <AlertPrimitive.Title className="ui-dialog__title">{title}</AlertPrimitive.Title>
          </header>
          <div className="ui-dialog__body ui-scroll ui-selectable">{children}</div>
          <footer className="ui-dialog__foot">
            {cancel ? (
              <AlertPrimitive.Cancel asChild>
                <Button>{cancel.label}</Button>
              </AlertPrimitive.Cancel>
            ) : null}
            {actions.map(({ label, run, variant = 'primary' }) => (
              <Button key={label} variant={variant} onClick={run}>
                {label}
              </Button>
            ))}
          </footer>
        </AlertPrimitive.Content>
      </AlertPrimitive.Portal>
    </AlertPrimitive.Root>
  );
};
