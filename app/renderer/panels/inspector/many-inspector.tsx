import { CopyPlus, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { changeSettings } from '../../../../shared/commands/change-settings';
import { runAction } from '../../actions/registry';
import { isSelectionLocked } from '../../actions/stacking-actions';
import { KindIcon } from '../../canvas/icons';
import { plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { AlignButtons } from './align-buttons';
import { Section } from './section';
import { SettingsForm } from './settings-form';

const LISTED = 50;

/** Several things at once: shared settings where they are of one kind. */
export const ManyInspector = () => {
  const selection = useApp((state) => state.selection);
  const elements = useApp(
    useShallow((state) =>
      state.selection.elements.flatMap((id) => {
        const element = state.design.elements.get(id);
        return element ? [element] : [];
      }),
    ),
  );
  const count = selection.elements.length + selection.connections.length;
  const isLocked = useApp(isSelectionLocked);
  const [first, ...rest] = elements;
  const isOneKind = first !== undefined && rest.every(({ kind }) => kind === first.kind);
  const definition = isOneKind && selection.connections.length === 0 ? definitionOf(first.kind) : undefined;
  return (
    <div className="inspector">
      <header className="inspector__head">
        <div className="inspector__heading">
          <h2>{count} selected</h2>
          <p className="inspector__kind">
            {definition
              ? definition.title
              : `${plural(elements.length, 'element')}, ${plural(selection.connections.length, 'connection')}`}
          </p>
        </div>
      </header>
      <div className="inspector__scroll ui-scroll">
        <div className="inspector__actions">
          <Button
            size="small"
            icon={CopyPlus}
            disabled={elements.length === 0}
            onClick={() => runAction('edit.duplicate')}
          >
            Duplicate
          </Button>
          <Button
            size="small"
            icon={isLocked ? LockOpen : Lock}
            disabled={elements.length === 0}
            onClick={() => runAction('edit.lock')}
          >
            {isLocked ? 'Unlock' : 'Lock'}
          </Button>
          <Button size="small" icon={Trash2} onClick={() => runAction('edit.delete')}>
            Delete
          </Button>
        </div>
        {elements.length > 1 ? <AlignButtons /> : null}
        {definition ? (
          <SettingsForm
            schema={definition.schema}
            values={elements.map(({ settings }) => definition.read(settings))}
            subject={plural(elements.length, 'element')}
            elementId={first?.id}
            commandFor={(key, value) => (design) =>
              changeSettings(design, { ids: selection.elements, settings: { [key]: value } })
            }
          />
        ) : null}
        <Section title="Selected">
          <ul className="inspector__rows">
            {elements.slice(0, LISTED).map((element) => (
              <li key={element.id}>
                <button type="button" className="inspector__row" onClick={() => app.select({ elements: [element.id] })}>
                  <KindIcon kind={element.kind} size={16} />
                  <span className="ui-truncate">{shorten(element.name, 60)}</span>
                </button>
              </li>
            ))}
          </ul>
          {elements.length > LISTED ? <p className="inspector__note">and {elements.length - LISTED} more</p> : null}
        </Section>
      </div>
    </div>
  );
};
