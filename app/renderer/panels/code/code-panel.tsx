import { Code, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { runAction } from '../../actions/registry';
import { useApp } from '../../store/app';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Select } from '../../ui/select';
import { CodeView } from './code-view';
import { FileChoice } from './file-choice';
import { NotesList } from './notes-list';
import { copyTemplate } from './save-template';
import type { TemplateFormat } from './template';
import { useTemplates } from './use-templates';

/** The CloudFormation template, following every edit. */
export const CodePanel = () => {
  const isEmpty = useApp((state) => state.topology.services.length === 0);
  const [format, setFormat] = useState<TemplateFormat>('yaml');
  const state = useTemplates(format);
  const { templates, file, fault } = state;
  if (isEmpty)
    return (
      <EmptyState icon={Code} title="No template yet">
        The CloudFormation template appears here while you draw.
      </EmptyState>
    );
  if (fault !== null) return <EmptyState title="The template cannot be written">{fault}</EmptyState>;
  return (
    <div className="code-panel">
      <div className="code-panel__tools">
        <Select
          aria-label="Format"
          value={format}
          options={[
            { value: 'yaml', label: 'CloudFormation YAML' },
            { value: 'json', label: 'CloudFormation JSON' },
          ]}
          onChange={(next) => setFormat(next === 'json' ? 'json' : 'yaml')}
        />
        <FileChoice {...state} />
        <IconButton icon={Copy} label="Copy template" disabled={!file} onClick={() => file && copyTemplate(file)} />
        <Button icon={Download} onClick={() => runAction('file.export')}>
          Export…
        </Button>
      </div>
      <div className="code-panel__body">
        <CodeView text={file?.text ?? ''} label="Template" />
        {templates && templates.notes.length > 0 ? <NotesList notes={templates.notes} /> : null}
      </div>
    </div>
  );
};
