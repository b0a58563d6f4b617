import { ExternalLink, Lock, LockOpen } from 'lucide-react';
import { useMemo } from 'react';
import { definitionOf, isServiceKind } from '../../../../shared/catalog/catalog';
import { changeSettings } from '../../../../shared/commands/change-settings';
import { renameElement } from '../../../../shared/commands/rename-element';
import type { Element } from '../../../../shared/model/design';
import { runAction } from '../../actions/registry';
import { KindIcon } from '../../canvas/icons';
import { desktop } from '../../desktop';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { selectElement } from '../../store/selectors';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import { ConnectionList } from './connection-list';
import { DevelopmentButton, DevelopmentField } from './development-field';
import { ParameterButton } from './parameter-button';
import { PlacementFields } from './placement-fields';
import { PurchaseSection } from './purchase-section';
import { Section } from './section';
import { SettingsForm } from './settings-form';
import { Standing } from './standing';
import { TagsSection } from './tags-section';
import { useCheckedEdit } from './use-setting-edit';

export const NAME_LIMIT = 200;

const openDocs = async (url: string) => {
  const answer = await desktop.invoke('openExternal', { url });
  if (!answer.ok) app.notify({ tone: 'error', text: answer.message });
};

const Header = ({ element }: { element: Element }) => {
  const definition = definitionOf(element.kind);
  const docs = definition?.docsUrl;
  return (
    <header className="inspector__head">
      <KindIcon kind={element.kind} size={32} />
      <div className="inspector__heading">
        <h2 className="ui-truncate" title={shorten(element.name, 300)}>
          {shorten(element.name)}
        </h2>
        <p className="inspector__kind">{definition?.title ?? `Unknown kind “${shorten(element.kind, 40)}”`}</p>
      </div>
      <IconButton
        icon={element.locked ? Lock : LockOpen}
        label={element.locked ? 'Unlock' : 'Lock'}
        shortcut="Mod+Shift+L"
        side="left"
        aria-pressed={element.locked === true}
        onClick={() => runAction('edit.lock')}
      />
      {docs === undefined ? null : (
        <IconButton icon={ExternalLink} label="AWS documentation" side="left" onClick={() => void openDocs(docs)} />
      )}
    </header>
  );
};

/** The name; notes and unknown kinds have one too. */
export const NameField = ({ element }: { element: Element }) => {
  const { error, refuse, edit, commit, cancel } = useCheckedEdit(`Rename ${shorten(element.name, 40)}`);
  const rename = (name: string) => {
    if (name.trim() === '') refuse('A name needs at least one character.');
    else if (name.length > NAME_LIMIT) refuse(`A name takes at most ${NAME_LIMIT} characters.`);
    else edit((design) => renameElement(design, { id: element.id, name }));
  };
  return (
    <Field label="Name" error={error}>
      {({ control, describedBy }) => (
        <TextField
          id={control}
          aria-describedby={describedBy}
          data-field="name"
          value={element.name}
          invalid={error !== undefined}
          onEdit={rename}
          onCommit={commit}
          onCancel={cancel}
        />
      )}
    </Field>
  );
};

export const ElementInspector = ({ id }: { id: string }) => {
  const element = useApp(selectElement(id));
  const elements = useMemo(() => (element ? [element] : []), [element]);
  if (!element) return null;
  const definition = definitionOf(element.kind);
  return (
    <div className="inspector">
      <Header element={element} />
      <div className="inspector__scroll ui-scroll">
        <Standing id={id} />
        <Section title="Name and placement" isTitleHidden>
          <NameField element={element} />
          <PlacementFields element={element} />
        </Section>
        {definition ? (
          <SettingsForm
            schema={definition.schema}
            values={[definition.read(element.settings)]}
            subject={shorten(element.name, 40)}
            elementId={id}
            toolsFor={
              isServiceKind(element.kind)
                ? (key, label) => (
                    <>
                      <DevelopmentButton element={element} settingKey={key} label={label} />
                      <ParameterButton element={element} settingKey={key} label={label} />
                    </>
                  )
                : undefined
            }
            belowFor={(field) => <DevelopmentField element={element} {...field} />}
            commandFor={(key, value) => (design) => changeSettings(design, { ids: [id], settings: { [key]: value } })}
          />
        ) : (
          <p className="inspector__note">
            This version does not know this kind. It stays in the file as it is, and is neither checked, priced nor
            exported.
          </p>
        )}
        <TagsSection elements={elements} />
        <PurchaseSection id={id} />
        <ConnectionList id={id} />
      </div>
    </div>
  );
};
