import { CopyPlus, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { changeSettings } from '../../../../shared/commands/change-settings';
import type { Element } from '../../../../shared/model/design';
import { runAction } from '../../actions/registry';
import { isSelectionLocked } from '../../actions/stacking-actions';
import { KindIcon } from '../../canvas/icons';
import { plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { AlignButtons } from './align-buttons';
import { commonSchema } from './common-fields';
import { TierField } from './placement-fields';
import { Section } from './section';
import { SettingsForm } from './settings-form';
import { TagsSection } from './tags-section';

const LISTED = 50;

/** The kinds among the elements, and the settings that mean the same in all of them; none where a kind is not known. */
function useCommon(elements: readonly Element[]) {
  const names = [...new Set(elements.map(({ kind }) => kind))].sort().join(' ');
  return useMemo(() => {
    const found = names.split(' ').map((kind) => definitionOf(kind));
    const kinds = found.flatMap((definition) => definition ?? []);
    return { kinds, schema: kinds.length === found.length ? commonSchema(kinds) : null };
  }, [names]);
}

/** Several things at once: the settings they have in common, each with its value or a word that they differ. */
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
  const [first] = elements;
  const { kinds, schema } = useCommon(elements);
  const isElementsOnly = selection.connections.length === 0;
  return (
    <div className="inspector">
      <header className="inspector__head">
        <div className="inspector__heading">
          <h2>{count} selected</h2>
          <p className="inspector__kind">
            {isElementsOnly && kinds.length === 1
              ? kinds[0]?.title
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
        {isElementsOnly ? (
          <Section title="Placement" isTitleHidden>
            <TierField elements={elements} />
          </Section>
        ) : null}
        {isElementsOnly && schema ? (
          <SettingsForm
            schema={schema}
            values={elements.map(({ kind, settings }) => definitionOf(kind)?.read(settings) ?? {})}
            subject={plural(elements.length, 'element')}
            elementId={first?.id}
            commandFor={(key, value) => (design) =>
              changeSettings(design, { ids: selection.elements, settings: { [key]: value } })
            }
          />
        ) : null}
        {isElementsOnly ? <TagsSection elements={elements} /> : null}
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
