import type { Json } from '../../../../shared/util/json';
import type { Command } from '../../store/editing';
import { explainInvalid } from './explain-invalid';
import type { SettingBelow } from './settings-form';
import { useCheckedEdit } from './use-setting-edit';

/** The value of a setting as it is typed: applied once its schema takes it, one undo step, Escape takes it back. */
export function useSettingEntry(
  name: string,
  { schema, meta }: Pick<SettingBelow, 'schema' | 'meta'>,
  commandFor: (value: Json) => Command,
) {
  const { error, refuse, edit, commit, cancel } = useCheckedEdit(name);
  const onEdit = (next: Json): void => {
    if (schema.safeParse(next).success) edit(commandFor(next));
    else refuse(explainInvalid(meta, typeof next === 'number' ? next : String(next)));
  };
  return {
    error,
    refuse,
    /** For the control that it is typed into. */
    entry: { invalid: error !== undefined, onEdit, onInvalid: refuse, onCommit: commit, onCancel: cancel },
  };
}
