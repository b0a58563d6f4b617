import { designSettings } from '../../../../shared/catalog/design-settings';
import { listScenarios, type UsageScenario } from '../../../../shared/catalog/usage-scenarios';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import type { Command } from '../../store/editing';

/** Puts a scenario in the place of the one with its id, or behind the design's others. */
export const putScenario =
  (scenario: UsageScenario): Command =>
  (design) => {
    const { scenarios } = designSettings.read(design.header.settings);
    const isKnown = scenarios.some(({ id }) => id === scenario.id);
    const next = isKnown
      ? scenarios.map((other) => (other.id === scenario.id ? scenario : other))
      : [...scenarios, scenario];
    return changeDesignSettings(design, { settings: { scenarios: next } });
  };

/** Takes a scenario of the design away; a bill that was for it is for the expected one again. A built-in one gets its factors back. */
export const removeScenario =
  (id: string): Command =>
  (design) => {
    const settings = designSettings.read(design.header.settings);
    const scenarios = settings.scenarios.filter((scenario) => scenario.id !== id);
    const isOffered = listScenarios(scenarios).some((scenario) => scenario.id === settings.scenario);
    return changeDesignSettings(design, {
      settings: { scenarios, ...(isOffered ? {} : { scenario: 'expected' }) },
    });
  };

/** A new scenario with an id that is free, with twice the traffic. */
export const draftScenario = (offered: readonly UsageScenario[]): UsageScenario => {
  const ids = new Set(offered.map(({ id }) => id));
  let number = 1;
  while (ids.has(`own-${number}`)) number += 1;
  return { id: `own-${number}`, name: `Own scenario ${number}`, traffic: 2, storage: 1, overrides: {} };
};
