import { Download, Keyboard } from 'lucide-react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import { runAction } from '../../actions/registry';
import { formatFigure, plural, shorten } from '../../format';
import { useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import { ScenarioSelect } from '../cost/scenario-select';
import { FirstHint } from './first-hint';
import { Section } from './section';
import { SettingsForm } from './settings-form';
import { DesignTagsSection } from './tags-section';
import { useSettingEdit } from './use-setting-edit';

const DesignName = () => {
  const name = useApp((state) => state.design.header.name);
  const edit = useSettingEdit('Rename design');
  return (
    <Field label="Name">
      {({ control }) => (
        <TextField
          id={control}
          data-field="name"
          maxLength={200}
          value={name}
          onEdit={(next) => {
            if (next.trim() !== '') edit.edit((design) => changeDesignSettings(design, { name: next }));
          }}
          onCommit={edit.commit}
          onCancel={edit.cancel}
        />
      )}
    </Field>
  );
};

/** Nothing is selected: the design as a whole. */
export const DesignInspector = () => {
  const header = useApp((state) => state.design.header);
  const services = useApp((state) => state.topology.services.length);
  const connections = useApp((state) => state.design.connections.size);
  const counts = useApp((state) => state.counts);
  const total = useApp((state) => state.estimate?.total);
  const isEmpty = useApp((state) => state.design.elements.size === 0);
  return (
    <div className="inspector">
      <header className="inspector__head">
        <div className="inspector__heading">
          <h2 className="ui-truncate" title={shorten(header.name, 300)}>
            {shorten(header.name)}
          </h2>
          <p className="inspector__kind">The whole design</p>
        </div>
      </header>
      <div className="inspector__scroll ui-scroll">
        <FirstHint />
        <dl className="inspector__facts">
          <dt>Services</dt>
          <dd className="ui-numeric">{services}</dd>
          <dt>Connections</dt>
          <dd className="ui-numeric">{connections}</dd>
          <dt>Findings</dt>
          <dd className="ui-numeric">
            {plural(counts.error, 'error')}, {plural(counts.warning, 'warning')}
          </dd>
          <dt>Monthly cost</dt>
          <dd className="ui-numeric">{formatFigure(total)}</dd>
        </dl>
        <Section title="Design" isTitleHidden>
          <DesignName />
          <Field label="Usage scenario" help="What the bill takes for traffic and storage.">
            {({ control }) => <ScenarioSelect id={control} />}
          </Field>
        </Section>
        <SettingsForm
          schema={designSettings.schema}
          values={[designSettings.read(header.settings)]}
          subject="design"
          commandFor={(key, value) => (design) => changeDesignSettings(design, { settings: { [key]: value } })}
        />
        <DesignTagsSection />
        <div className="inspector__actions">
          <Button size="small" icon={Download} disabled={isEmpty} onClick={() => runAction('file.export')}>
            Export…
          </Button>
          <Button size="small" variant="quiet" icon={Keyboard} onClick={() => runAction('help.shortcuts')}>
            Shortcuts
          </Button>
        </div>
      </div>
    </div>
  );
};
