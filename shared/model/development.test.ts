import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, makeElement } from './design';
import { developmentDesign, developmentOf, hasDevelopment, productionDesign, withDevelopment } from './development';

const database = makeElement({ id: 'db', kind: 'rds-instance', name: 'Database', settings: { multiAz: true } });
const designOf = (element = database): Design => ({ ...emptyDesign(), elements: new Map([['db', element]]) });

describe('values for development', () => {
  const both = withDevelopment(database, { storageGb: 20, multiAz: false });

  it('stand sorted on the element, and leave nothing behind when the last one goes', () => {
    expect(Object.keys(both.development ?? {})).toEqual(['multiAz', 'storageGb']);
    expect(withDevelopment(both, {})).toEqual(database);
  });

  it('take the place of the drawn ones in development, and say nothing in production', () => {
    const design = designOf(both);
    expect(developmentDesign(design).elements.get('db')).toEqual({
      ...database,
      settings: { multiAz: false, storageGb: 20 },
    });
    expect(productionDesign(design).elements.get('db')).toEqual(database);
    expect([design, designOf()].map(hasDevelopment)).toEqual([true, false]);
  });

  it('say nothing of a setting that is a parameter', () => {
    const one = { ...both, parameters: ['multiAz'] };
    expect(developmentOf(one)).toEqual({ storageGb: 20 });
    expect(developmentDesign(designOf(one)).elements.get('db')?.settings).toEqual({ multiAz: true, storageGb: 20 });
    expect(hasDevelopment(designOf({ ...both, parameters: ['multiAz', 'storageGb'] }))).toBe(false);
  });
});
