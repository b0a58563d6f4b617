import { designSettings } from '../../../../shared/catalog/design-settings';
import { listScenarios } from '../../../../shared/catalog/usage-scenarios';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import { readBasis } from '../../../../shared/pricing/basis';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Select } from '../../ui/select';

/** The usage scenario that the bill is for. */
export const ScenarioSelect = ({ id }: { id?: string }) => {
  const header = useApp((state) => state.design.header);
  const options = listScenarios(designSettings.read(header.settings).scenarios).map((scenario) => ({
    value: scenario.id,
    label: shorten(scenario.name, 40),
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label="Usage scenario"
      value={readBasis({ header }).scenario.id}
      options={options}
      onChange={(scenario) =>
        app.dispatch('Change usage scenario', (design) => changeDesignSettings(design, { settings: { scenario } }))
      }
    />
  );
};
