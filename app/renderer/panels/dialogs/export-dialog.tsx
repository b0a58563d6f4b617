import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { plural } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { TabPanel, Tabs } from '../../ui/tabs';
import { CodeView } from '../code/code-view';
import { FileChoice } from '../code/file-choice';
import { NotesList } from '../code/notes-list';
import { copyTemplate, saveTemplate } from '../code/save-template';
import type { TemplateFormat } from '../code/template';
import { useTemplates } from '../code/use-templates';
import './dialogs.css';

const formats = [
  { id: 'yaml', label: 'YAML' },
  { id: 'json', label: 'JSON' },
] as const;

/** The template before it is saved: its text, and what to know of it. */
export const ExportDialog = () => {
  const [format, setFormat] = useState<TemplateFormat>('yaml');
  const state = useTemplates(format);
  const { templates, file, fault } = state;
  const errors = useApp((state) => state.counts.error);
  const save = async () => {
    if (file && (await saveTemplate(file))) app.closeDialog();
  };
  const lines = file ? file.text.split('\n').length : 0;
  return (
    <Dialog
      open
      wide
      tall
      onClose={app.closeDialog}
      title="Export template"
      description="A CloudFormation template of this design, ready to deploy."
      footer={
        <>
          <span className="ui-dialog__foot-lead ui-numeric">
            {errors > 0 ? `The design still has ${plural(errors, 'error')}. ` : ''}
            {file ? plural(lines, 'line') : ''}
          </span>
          <Button icon={Copy} disabled={!file} onClick={() => file && copyTemplate(file)}>
            Copy
          </Button>
          <Button variant="primary" icon={Download} disabled={!file} onClick={() => void save()}>
            Save…
          </Button>
        </>
      }
    >
      <Tabs
        label="Format"
        className="export"
        value={format}
        onChange={setFormat}
        items={formats}
        tools={<FileChoice {...state} />}
      >
        {fault === null ? (
          <TabPanel id={format} className="export__body">
            <CodeView text={file?.text ?? ''} label="Template preview" />
            {templates && templates.notes.length > 0 ? (
              <NotesList notes={templates.notes} onShow={app.closeDialog} />
            ) : null}
          </TabPanel>
        ) : (
          <EmptyState title="The template cannot be written">{fault}</EmptyState>
        )}
      </Tabs>
    </Dialog>
  );
};
