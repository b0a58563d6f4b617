import { useState } from 'react';
import { setDesignTags } from '../../../../shared/commands/set-tags';
import { tagKeysFaults } from '../../../../shared/model/tags';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import { splitKeys } from './tag-rows';
import { useSettingEdit } from './use-setting-edit';

const HELP =
  'Keys that every service and VPC must have, from itself, its tier, a container or the design. The finding OPS-05 says where one is missing.';

/** Keys that everything must be tagged with, as a list with commas. */
export const RequiredTagsField = ({ required = [] }: { required: readonly string[] | undefined }) => {
  const edit = useSettingEdit('Change required tags');
  const [error, setError] = useState<string | undefined>(undefined);
  const end = (finish: () => void) => () => {
    setError(undefined);
    finish();
  };
  return (
    <Field label="Required tags" help={HELP} error={error}>
      {({ control, describedBy }) => (
        <TextField
          id={control}
          aria-describedby={describedBy}
          data-field="required-tags"
          placeholder="None, or such as Owner, CostCenter"
          value={required.join(', ')}
          invalid={error !== undefined}
          onEdit={(text) => {
            const keys = splitKeys(text);
            const [fault] = tagKeysFaults(keys);
            setError(fault);
            if (fault === undefined) edit.edit((design) => setDesignTags(design, { required: keys }));
          }}
          onCommit={end(edit.commit)}
          onCancel={end(edit.cancel)}
        />
      )}
    </Field>
  );
};
