import { Plus, RotateCcw, SlidersHorizontal, Trash2 } from 'lucide-react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import { listScenarios, type UsageScenario } from '../../../../shared/catalog/usage-scenarios';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button, IconButton } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { Popover } from '../../ui/popover';
import { TextField } from '../../ui/text-field';
import { useSettingEdit } from '../inspector/use-setting-edit';
import { draftScenario, putScenario, removeScenario } from './edit-scenarios';

/** More of them the format does not hold. */
const MAX_OWN = 20;
const MAX_FACTOR = 1_000_000;

const Factor = ({ scenario, field }: { scenario: UsageScenario; field: 'traffic' | 'storage' }) => {
  const edit = useSettingEdit(`Change usage scenario ${scenario.name}`);
  return (
    <NumberField
      aria-label={`${field === 'traffic' ? 'Traffic' : 'Storage'} of ${scenario.name}`}
      value={scenario[field]}
      min={0}
      max={MAX_FACTOR}
      step={0.1}
      unit="×"
      onEdit={(value) => {
        if (value >= 0 && value <= MAX_FACTOR) edit.edit(putScenario({ ...scenario, [field]: value }));
      }}
      onCommit={edit.commit}
      onCancel={edit.cancel}
    />
  );
};

const Name = ({ scenario }: { scenario: UsageScenario }) => {
  const edit = useSettingEdit('Rename usage scenario');
  return (
    <TextField
      aria-label={`Name of ${scenario.name}`}
      value={scenario.name}
      maxLength={60}
      onEdit={(name) => {
        if (name.trim() !== '') edit.edit(putScenario({ ...scenario, name }));
      }}
      onCommit={edit.commit}
      onCancel={edit.cancel}
    />
  );
};

/** What each usage scenario multiplies; scenarios of the design's own are added and removed here. */
export const ScenariosEditor = () => {
  const header = useApp((state) => state.design.header);
  const own = designSettings.read(header.settings).scenarios;
  const offered = listScenarios(own);
  const builtIn = new Set(listScenarios([]).map(({ id }) => id));
  const isOwn = (id: string): boolean => own.some((scenario) => scenario.id === id);
  return (
    <Popover
      label="Usage scenarios"
      side="top"
      trigger={<IconButton size="small" icon={SlidersHorizontal} label="Edit usage scenarios" side="top" />}
    >
      <div className="cost__scenarios">
        <span className="cost__caption">Scenario</span>
        <span className="cost__caption">Traffic</span>
        <span className="cost__caption">Storage</span>
        <span />
        {offered.map((scenario) => [
          builtIn.has(scenario.id) ? (
            <span key={`${scenario.id} name`} className="ui-truncate">
              {shorten(scenario.name, 60)}
            </span>
          ) : (
            <Name key={`${scenario.id} name`} scenario={scenario} />
          ),
          <Factor key={`${scenario.id} traffic`} scenario={scenario} field="traffic" />,
          <Factor key={`${scenario.id} storage`} scenario={scenario} field="storage" />,
          <IconButton
            key={`${scenario.id} remove`}
            size="small"
            icon={builtIn.has(scenario.id) ? RotateCcw : Trash2}
            label={builtIn.has(scenario.id) ? `Reset ${scenario.name}` : `Remove ${scenario.name}`}
            disabled={!isOwn(scenario.id)}
            onClick={() => app.dispatch('Remove usage scenario', removeScenario(scenario.id))}
          />,
        ])}
      </div>
      <Button
        size="small"
        icon={Plus}
        disabled={own.length >= MAX_OWN}
        onClick={() => app.dispatch('Add usage scenario', putScenario(draftScenario(offered)))}
      >
        Add scenario
      </Button>
    </Popover>
  );
};
