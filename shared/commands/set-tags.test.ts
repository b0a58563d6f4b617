import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, type DesignDiff, invert } from '../model/diff';
import { serializeDesign } from '../model/format/serialize';
import { buildDesign } from '../testing/builder';
import type { Result } from '../util/result';
import { setDesignTags, setTags } from './set-tags';

const design = buildDesign().add('a', 'vpc').add('b', 'vpc').add('note', 'note').build();

const applied = (before: Design, diff: Result<DesignDiff>): Design => {
  const next = diff.ok ? applyDiff(before, diff.value) : diff;
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
};
const complaint = (diff: Result<DesignDiff>): string => (diff.ok ? '' : diff.error.message);

describe('setTags', () => {
  it('sets tags of several elements, leaves the others of theirs, and undoes exactly', () => {
    const one = applied(design, setTags(design, { ids: ['a'], tags: { Owner: 'web', Stage: 'live' } }));
    const diff = setTags(one, { ids: ['a', 'b'], tags: { Owner: 'shop' } });
    const both = applied(one, diff);
    expect([both.elements.get('a')?.tags, both.elements.get('b')?.tags]).toEqual([
      { Owner: 'shop', Stage: 'live' },
      { Owner: 'shop' },
    ]);
    expect(diff.ok && serializeDesign(applied(both, { ok: true, value: invert(diff.value) }))).toBe(
      serializeDesign(one),
    );
  });

  it('leaves no empty field behind', () => {
    const one = applied(design, setTags(design, { ids: ['a'], tags: { Owner: 'web' } }));
    expect(applied(one, setTags(one, { ids: ['a'], tags: { Owner: null } })).elements.get('a')).not.toHaveProperty(
      'tags',
    );
  });

  it('changes nothing where nothing changes', () => {
    const diff = setTags(design, { ids: ['a'], tags: { Owner: null } });
    expect(diff.ok && diff.value.elements.size).toBe(0);
  });

  it('refuses what AWS refuses, and what is nothing in AWS', () => {
    expect(complaint(setTags(design, { ids: ['a'], tags: { 'aws:x': '1' } }))).toContain('aws:');
    expect(complaint(setTags(design, { ids: ['a'], tags: { Owner: '1', owner: '2' } }))).toContain(
      'differ only in case',
    );
    expect(complaint(setTags(design, { ids: ['a', 'note'], tags: { Owner: '1' } }))).toContain('cannot be tagged');
  });
});

describe('setDesignTags', () => {
  it('sets tags of the design and the keys that are required', () => {
    const next = applied(
      design,
      setDesignTags(design, { tags: { Owner: 'web' }, required: ['Owner', 'Cost', 'Owner'] }),
    );
    expect([next.header.tags, next.header.requiredTags]).toEqual([{ Owner: 'web' }, ['Cost', 'Owner']]);
    const bare = applied(next, setDesignTags(next, { tags: { Owner: null }, required: [] }));
    expect(bare.header).toEqual(design.header);
  });

  it('refuses required keys that no resource can have', () => {
    expect(complaint(setDesignTags(design, { required: ['aws:createdBy'] }))).toContain('aws:');
  });
});
