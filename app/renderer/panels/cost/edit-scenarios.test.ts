import { expect, it } from 'vitest';
import { listScenarios } from '../../../../shared/catalog/usage-scenarios';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import { type Design, emptyDesign } from '../../../../shared/model/design';
import { applyDiff } from '../../../../shared/model/diff';
import { readBasis } from '../../../../shared/pricing/basis';
import type { Command } from '../../store/editing';
import { draftScenario, putScenario, removeScenario } from './edit-scenarios';

const run = (design: Design, command: Command): Design => {
  const diff = command(design);
  if (!diff.ok) throw new Error(diff.error.message);
  const next = applyDiff(design, diff.value);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
};

const first = draftScenario(listScenarios([]));

it('adds, changes and removes scenarios of the design', () => {
  const second = draftScenario([...listScenarios([]), first]);
  expect(second.id).not.toBe(first.id);
  let design = run(run(emptyDesign(), putScenario(first)), putScenario(second));
  design = run(design, putScenario({ ...first, name: 'Sale', traffic: 40 }));
  expect(readBasis(design, { scenario: first.id }).scenario).toMatchObject({ name: 'Sale', traffic: 40 });
  design = run(design, (was) => changeDesignSettings(was, { settings: { scenario: first.id } }));
  design = run(design, removeScenario(first.id));
  expect(readBasis(design).scenario.id).toBe('expected');
  expect(readBasis(design, { scenario: second.id }).scenario).toEqual(second);
  expect(run(design, removeScenario(second.id)).header.settings).toEqual(emptyDesign().header.settings);
});

it('gives a built-in scenario other factors, and back', () => {
  const launch = readBasis(emptyDesign(), { scenario: 'launch-day' }).scenario;
  const changed = run(emptyDesign(), putScenario({ ...launch, traffic: 12 }));
  expect(readBasis(changed, { scenario: 'launch-day' }).scenario.traffic).toBe(12);
  const chosen = run(changed, (design) => changeDesignSettings(design, { settings: { scenario: 'launch-day' } }));
  expect(readBasis(run(chosen, removeScenario('launch-day'))).scenario).toEqual(launch);
});

it('refuses a factor that makes no sense', () => {
  expect(putScenario({ ...first, traffic: -1 })(emptyDesign()).ok).toBe(false);
});
