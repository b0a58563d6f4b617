import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, makeElement } from '../model/design';
import { applyDiff } from '../model/diff';
import type { Json } from '../util/json';
import { setDevelopment } from './set-development';

const database = makeElement({ id: 'db', kind: 'rds-instance', name: 'Database' });
const replica = makeElement({ id: 'db2', kind: 'rds-instance', name: 'Replica', parameters: ['multiAz'] });
const design: Design = {
  ...emptyDesign(),
  elements: new Map([
    ['db', database],
    ['db2', replica],
  ]),
};

const set = (from: Design, key: string, value?: Json): Design => {
  const result = setDevelopment(from, { ids: ['db'], key, ...(value === undefined ? {} : { value }) });
  const after = result.ok ? applyDiff(from, result.value) : result;
  if (!after.ok) throw new Error(after.error.message);
  return after.value;
};

describe('a value for development', () => {
  it('is kept even where it is the default or the drawn value, and goes without a trace', () => {
    const two = set(set(design, 'storageGb', 20), 'instanceClass', 'db.t4g.micro');
    expect(two.elements.get('db')?.development).toEqual({ instanceClass: 'db.t4g.micro', storageGb: 20 });
    expect(set(set(two, 'storageGb'), 'instanceClass').elements.get('db')).toEqual(database);
    expect(set(design, 'storageGb')).toEqual(design);
  });

  it('is held to the kind’s own bounds', () => {
    expect(() => set(design, 'storageGb', -1)).toThrow(/Storage of Database cannot be -1/);
    expect(() => set(design, 'storageGb', 'much')).toThrow(/cannot be "much"/);
    expect(() => set(design, 'colour', 'red')).toThrow('Database has no setting “colour”.');
  });

  it('is refused for a parameter, and for elements that are gone', () => {
    const refused = setDevelopment(design, { ids: ['db', 'db2'], key: 'multiAz', value: true });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'bad-setting', message: expect.stringMatching(/of Replica is a parameter/) },
    });
    expect(setDevelopment(design, { ids: ['x'], key: 'multiAz', value: true })).toMatchObject({ ok: false });
  });
});
