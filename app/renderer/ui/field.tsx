import { CircleAlert, CircleHelp, RotateCcw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './button';
import { Tooltip } from './tooltip';

export interface FieldIds {
  control: string;
  /** Id of the error text, only while there is one. */
  describedBy: string | undefined;
}

export interface FieldProps {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  /** Given when the value differs from the default. */
  onReset?: (() => void) | undefined;
  /** Further buttons beside the label. */
  tools?: ReactNode;
  /** The default in words, for the reset. */
  standard?: string | undefined;
  children: (ids: FieldIds) => ReactNode;
}

/** What is wrong with what was typed; nothing where nothing is. */
export const FieldError = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p className="ui-field__error" id={id} role="alert">
      <CircleAlert size={12} aria-hidden="true" />
      {text}
    </p>
  );

/** Label, help, error and reset around one control. */
export const Field = ({ label, help, error, onReset, standard, tools, children }: FieldProps) => {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className="ui-field">
      <div className="ui-field__head">
        <label className="ui-field__label" htmlFor={id}>
          {label}
        </label>
        <div className="ui-field__tools">
          {tools}
          {onReset ? (
            <IconButton
              size="small"
              icon={RotateCcw}
              label={standard === undefined ? 'Reset to default' : `Reset to default: ${standard}`}
              aria-description={label}
              onClick={onReset}
            />
          ) : null}
          {help === undefined ? null : (
            <Tooltip text={help} side="left">
              <button type="button" className="ui-field__help" aria-label="Help" aria-description={help}>
                <CircleHelp size={14} aria-hidden="true" />
              </button>
            </Tooltip>
          )}
        </div>
      </div>
      {children({ control: id, describedBy: error === undefined ? undefined : errorId })}
      <FieldError id={errorId} text={error} />
    </div>
  );
};
