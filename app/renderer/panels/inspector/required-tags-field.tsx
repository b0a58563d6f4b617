import { setDesignTags } from '../../../../shared/commands/set-tags';
import { tagKeysFaults } from '../../../../shared/model/tags';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import { splitKeys } from './tag-rows';
import { useCheckedEdit } from './use-setting-edit';

const HELP =
  'Keys that every service and VPC must have, from itself, its tier, a container or the design. The finding OPS-05 says where one is missing.';

/** Keys that everything must be tagged with, as a list with commas. */
export const RequiredTagsField = ({ required = [] }: { required: readonly string[] | undefined }) => {
  const { error, refuse, edit, commit, cancel } = useCheckedEdit('Change required tags');
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
            if (fault === undefined) edit((design) => setDesignTags(design, { required: keys }));
            else refuse(fault);
          }}
          onCommit={commit}
          onCancel={cancel}
        />
      )}
    </Field>
  );
};
