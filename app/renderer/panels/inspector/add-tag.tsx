import { Plus } from 'lucide-react';
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import type { TagChanges } from '../../../../shared/commands/set-tags';
import { foldTagKey, tagKeyFault, tagValueFault } from '../../../../shared/model/tags';
import { app } from '../../store/app';
import type { Command } from '../../store/editing';
import { IconButton } from '../../ui/button';
import { FieldError } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import type { TagRow } from './tag-rows';

export interface AddTagProps {
  rows: readonly TagRow[];
  /** Keys worth offering. */
  suggestions: readonly string[];
  subject: string;
  commandFor: (tags: TagChanges) => Command;
  keyField: RefObject<HTMLInputElement | null>;
}

const nothing = () => {};

/** Why a key cannot be added beside those that are there. */
function keyFaultOf(key: string, rows: readonly TagRow[]): string | undefined {
  const twin = rows.find((row) => row.state === 'own' && foldTagKey(row.key) === foldTagKey(key));
  if (twin?.key === key) return `The tag “${key}” is there already. Change its value above.`;
  if (twin) return `“${key}” and “${twin.key}” differ only in case, which IAM does not tell apart.`;
  return tagKeyFault(key);
}

/** A line for one more tag: Enter goes from the key to the value and adds it, Escape empties the line. */
export const AddTag = ({ rows, suggestions, subject, commandFor, keyField }: AddTagProps) => {
  const listId = useId();
  const faultId = useId();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  const valueField = useRef<HTMLInputElement>(null);
  const tag = { key: key.trim(), value: value.trim() };
  const keyFault = keyFaultOf(tag.key, rows);
  const valueFault = tagValueFault(tag.key, tag.value);
  // What nobody has typed yet is not wrong, unless somebody tried to add it.
  const shown =
    (isTried || tag.key !== '' ? keyFault : undefined) ??
    (keyFault === undefined && (isTried || tag.value !== '') ? valueFault : undefined);
  const clear = () => {
    setKey('');
    setValue('');
    setTried(false);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const isInKey = document.activeElement === keyField.current;
    if (isInKey && keyFault === undefined && tag.value === '') {
      valueField.current?.focus();
      return;
    }
    setTried(true);
    if (keyFault === undefined && valueFault === undefined) {
      const done = app.dispatch(`Add tag ${tag.key} of ${subject}`, commandFor({ [tag.key]: tag.value }));
      if (done.ok) clear();
    }
    (keyFault === undefined && valueFault !== undefined ? valueField : keyField).current?.focus();
  };
  const field = (part: 'Key' | 'Value') => ({
    'aria-label': `${part} of the new tag`,
    'aria-describedby': shown === undefined ? undefined : faultId,
    placeholder: part,
    invalid: shown !== undefined && (part === 'Key') === (keyFault !== undefined),
    onCommit: nothing,
    onCancel: clear,
  });
  return (
    <form className="tags__row" onSubmit={add} aria-label="Add a tag">
      <TextField ref={keyField} list={listId} value={key} onEdit={setKey} {...field('Key')} />
      <TextField ref={valueField} value={value} onEdit={setValue} {...field('Value')} />
      <IconButton size="small" side="left" type="submit" icon={Plus} label="Add tag" />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      <FieldError id={faultId} text={shown} />
    </form>
  );
};
