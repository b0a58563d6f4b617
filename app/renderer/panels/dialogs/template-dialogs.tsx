import { useState } from 'react';
import type { TemplateEntry } from '../../../../shared/ipc/templates';
import { shorten } from '../../format';
import {
  deleteTemplate,
  findTemplate,
  keepTemplate,
  renameTemplate,
  useOwnTemplates,
} from '../../session/own-templates';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { AlertDialog, Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';

const LONGEST_NAME = 120;

/** Why a name cannot be taken; undefined where it can. */
const nameFault = (name: string): string | undefined => {
  if (name.trim() === '') return 'A template needs a name.';
  return name.trim().length > LONGEST_NAME
    ? `A name takes at most ${LONGEST_NAME} characters; this has ${name.trim().length}.`
    : undefined;
};

interface NameDialogProps {
  title: string;
  description: string;
  initial: string;
  labelFor: (name: string) => string;
  /** What else to know of the name. */
  remarkFor: (name: string) => string;
  faultFor: (name: string) => string | undefined;
  /** Answers whether it is done. */
  onAccept: (name: string) => Promise<boolean>;
}

const NameDialog = ({ title, description, initial, labelFor, remarkFor, faultFor, onAccept }: NameDialogProps) => {
  const [name, setName] = useState(initial);
  const fault = nameFault(name) ?? faultFor(name);
  const accept = async () => {
    if (fault === undefined && (await onAccept(name.trim()))) app.closeDialog();
  };
  return (
    <Dialog
      open
      onClose={app.closeDialog}
      title={title}
      description={description}
      footer={
        <>
          <span className="ui-dialog__foot-lead">{remarkFor(name)}</span>
          <Button onClick={app.closeDialog}>Cancel</Button>
          <Button variant="primary" disabled={fault !== undefined} onClick={() => void accept()}>
            {labelFor(name)}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
        }}
      >
        <Field label="Name" error={fault}>
          {({ control, describedBy }) => (
            <TextField
              id={control}
              aria-describedby={describedBy}
              autoFocus
              onFocusCapture={(event) => event.currentTarget.select()}
              value={name}
              invalid={fault !== undefined}
              onEdit={setName}
              onCommit={() => undefined}
              onCancel={() => setName(initial)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
};

/** Keeps the open design as a template of the start screen. */
export const SaveTemplateDialog = () => {
  const entries = useOwnTemplates((state) => state.entries);
  const name = useApp(({ document, design }) => document?.name ?? design.header.name);
  const isKnown = (given: string) => findTemplate(entries, given) !== undefined;
  return (
    <NameDialog
      title="Save as template"
      description="A copy to start other designs from, on the start screen of this computer."
      initial={shorten(name, LONGEST_NAME)}
      labelFor={(given) => (isKnown(given) ? 'Replace' : 'Save')}
      remarkFor={(given) => (isKnown(given) ? 'There is a template of this name.' : '')}
      faultFor={() => undefined}
      onAccept={keepTemplate}
    />
  );
};

export const RenameTemplateDialog = ({ template }: { template: TemplateEntry }) => {
  const entries = useOwnTemplates((state) => state.entries);
  return (
    <NameDialog
      title="Rename template"
      description="Designs that were started from it stay as they are."
      initial={template.name}
      labelFor={() => 'Rename'}
      remarkFor={() => ''}
      faultFor={(name) =>
        (findTemplate(entries, name)?.id ?? template.id) === template.id
          ? undefined
          : 'Another template has this name. Choose another one.'
      }
      onAccept={(name) => renameTemplate(template.id, name)}
    />
  );
};

export const DeleteTemplateDialog = ({ template }: { template: TemplateEntry }) => (
  <AlertDialog
    open
    title={`Delete “${shorten(template.name, 80)}”?`}
    cancel={{ label: 'Keep', run: app.closeDialog }}
    actions={[
      {
        label: 'Delete',
        variant: 'danger',
        run: () => {
          app.closeDialog();
          void deleteTemplate(template);
        },
      },
    ]}
  >
    <p>The template is gone for good. Designs that were started from it stay as they are.</p>
  </AlertDialog>
);
