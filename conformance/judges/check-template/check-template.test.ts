import { describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from '../../fixtures/faulty-templates';
import { checkTemplate } from './check-template';

describe('the template check', () => {
  it('has nothing against the sound template', () => {
    expect(checkTemplate(soundTemplate)).toEqual([]);
  });

  const seen = faultyTemplates.filter((fault) => fault.checkTemplate !== undefined);

  it('is held against at least fifteen faults', () => {
    expect(seen.length).toBeGreaterThanOrEqual(15);
  });

  it.each(seen)('refuses: $name', ({ template, checkTemplate: code }) => {
    expect(checkTemplate(template).map((complaint) => complaint.code)).toContain(code);
  });

  it.each(faultyTemplates.filter((fault) => fault.checkTemplate === undefined))(
    'leaves to other judges: $name',
    ({ template }) => {
      expect(checkTemplate(template).map((complaint) => complaint.code)).toEqual([]);
    },
  );
});
