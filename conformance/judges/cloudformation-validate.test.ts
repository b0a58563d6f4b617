import { describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from '../fixtures/faulty-templates';
import { validateWithAws } from './cloudformation-validate';

/** The sound template keeps one Fn::Sub without a variable, for a fault to be planted there. */
const EXPECTED_OF_BASE = ['W1020'];

describe("AWS's template validator", () => {
  it('has nothing against the sound template', () => {
    const ids = validateWithAws(JSON.stringify(soundTemplate), 'sound.json').map((finding) => finding.ruleId);
    expect(ids).toEqual(EXPECTED_OF_BASE);
  });

  it.each(faultyTemplates.filter((fault) => fault.cloudFormationValidate !== undefined))(
    'refuses: $name',
    ({ template, cloudFormationValidate }) => {
      const ids = validateWithAws(JSON.stringify(template), 'faulty.json').map((finding) => finding.ruleId);
      expect(ids).toContain(cloudFormationValidate);
    },
  );
});
