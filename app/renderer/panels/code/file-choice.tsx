import { Select } from '../../ui/select';
import type { TemplateState } from './use-templates';

/** Chooses among the templates where there is one for each Region; nothing where there is only one. */
export const FileChoice = ({ templates, file, choose }: TemplateState) => {
  if (!templates || templates.files.length < 2) return null;
  return (
    <Select
      aria-label="Template"
      value={file?.path}
      options={templates.files.map(({ path }) => ({ value: path, label: path }))}
      onChange={choose}
    />
  );
};
