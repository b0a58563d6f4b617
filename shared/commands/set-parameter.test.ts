import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, makeElement } from '../model/design';
import { applyDiff } from '../model/diff';
import { setParameter } from './set-parameter';

const database = makeElement({ id: 'db', kind: 'rds-instance', name: 'Database' });
const design: Design = { ...emptyDesign(), elements: new Map([['db', database]]) };

const set = (from: Design, key: string, isParameter: boolean): Design => {
  const result = setParameter(from, { ids: ['db'], key, isParameter });
  const after = result.ok ? applyDiff(from, result.value) : result;
  if (!after.ok) throw new Error(after.error.message);
  return after.value;
};

describe('making a setting a parameter', () => {
  it('keeps the names sorted, each once, and leaves nothing behind when the last one goes', () => {
    const two = set(set(set(design, 'storageGb', true), 'multiAz', true), 'multiAz', true);
    expect(two.elements.get('db')?.parameters).toEqual(['multiAz', 'storageGb']);
    const none = set(set(two, 'storageGb', false), 'multiAz', false);
    expect(none.elements.get('db')).toEqual(database);
  });

  it('refuses what the kind has no setting for, and elements that are gone', () => {
    expect(setParameter(design, { ids: ['db'], key: 'colour', isParameter: true })).toMatchObject({ ok: false });
    expect(setParameter(design, { ids: ['x'], key: 'multiAz', isParameter: true })).toMatchObject({ ok: false });
  });

  it('refuses a setting that has another value in development', () => {
    const twofold = { ...database, development: { multiAz: false } };
    const from = { ...design, elements: new Map([['db', twofold]]) };
    const refused = setParameter(from, { ids: ['db'], key: 'multiAz', isParameter: true });
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-setting' } });
    expect(set(from, 'storageGb', true).elements.get('db')?.parameters).toEqual(['storageGb']);
  });
});
