import { Pencil, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { TagChanges } from '../../../../shared/commands/set-tags';
import { tagValueFault } from '../../../../shared/model/tags';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import type { Command } from '../../store/editing';
import { IconButton } from '../../ui/button';
import { FieldError } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import type { TagRow as Row } from './tag-rows';
import { useCheckedEdit } from './use-setting-edit';

export interface TagRowProps {
  row: Row;
  /** For the undo step: "Change tag Owner of Database". */
  subject: string;
  commandFor: (tags: TagChanges) => Command;
  /** After the row is gone: the focus needs another place. */
  onRemoved: () => void;
}

const Source = ({ from }: { from: Row['from'] }) => {
  const name = useApp((state) => (typeof from === 'string' ? state.design.elements.get(from)?.name : undefined));
  if (from === undefined) return <span className="tags__from">from several places</span>;
  const go = () => app.select(from === null ? {} : { elements: [from] });
  return (
    <span className="tags__from">
      from{' '}
      <button type="button" className="inspector__end" onClick={go}>
        {from === null ? 'the design' : shorten(name ?? from, 40)}
      </button>
    </span>
  );
};

/** A tag from around the element: greyed, with where it comes from and a way to say otherwise here. */
const Inherited = ({ row, onOverwrite }: { row: Row; onOverwrite: () => void }) => (
  <>
    <div className="tags__inherited">
      <span className="tags__text" title={row.value}>
        {row.value ?? 'Several values'}
      </span>
      <Source from={row.from} />
    </div>
    <IconButton size="small" side="left" icon={Pencil} label={`Overwrite ${row.key}`} onClick={onOverwrite} />
  </>
);

interface ValueProps extends TagRowProps {
  isFocused: boolean;
}

const Value = ({ row, subject, commandFor, onRemoved, isFocused }: ValueProps) => {
  const faultId = useId();
  const isMissing = row.state === 'missing';
  const { error, refuse, edit, commit, cancel } = useCheckedEdit(
    `${isMissing ? 'Add' : 'Change'} tag ${row.key} of ${subject}`,
  );
  const remove = () => {
    app.dispatch(`Remove tag ${row.key} of ${subject}`, commandFor({ [row.key]: null }));
    onRemoved();
  };
  return (
    <>
      <TextField
        aria-label={isMissing ? `${row.key}, required` : row.key}
        aria-describedby={error === undefined ? undefined : faultId}
        autoFocus={isFocused}
        value={row.value ?? ''}
        placeholder={isMissing ? 'Required' : 'Several values'}
        invalid={error !== undefined}
        onEdit={(value) => {
          const fault = tagValueFault(row.key, value.trim());
          if (fault === undefined) edit(commandFor({ [row.key]: value.trim() }));
          else refuse(fault);
        }}
        onCommit={commit}
        onCancel={cancel}
      />
      {row.state === 'own' ? (
        <IconButton size="small" side="left" icon={X} label={`Remove ${row.key}`} onClick={remove} />
      ) : (
        <span />
      )}
      <FieldError id={faultId} text={error} />
    </>
  );
};

/** One tag: its key, and its value to be changed, taken away or overwritten. */
export const TagRow = (props: TagRowProps) => {
  const { row, subject, commandFor } = props;
  const [isFocused, setFocused] = useState(false);
  const overwrite = () => {
    setFocused(true);
    // Where several elements inherit different values, the one that is typed takes their place.
    if (row.value !== undefined)
      app.dispatch(`Overwrite tag ${row.key} of ${subject}`, commandFor({ [row.key]: row.value }));
  };
  return (
    <li className="tags__row" data-state={row.state}>
      <span className="tags__key tags__text" title={row.key}>
        {row.key}
      </span>
      {row.state === 'inherited' && !(isFocused && row.value === undefined) ? (
        <Inherited row={row} onOverwrite={overwrite} />
      ) : (
        <Value {...props} isFocused={isFocused} />
      )}
    </li>
  );
};
