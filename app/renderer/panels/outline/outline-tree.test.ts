import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeElement } from '../../../../shared/model/design';
import { buildNetwork } from '../../../../shared/testing/builder';
import { findByTyping, stepOf } from './outline-keys';
import { holdersOf, listRows, outlineOf } from './outline-tree';

const design = buildNetwork(['a', 'b'], { web: 'private' })
  .add('readers', 'users')
  .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Server' })
  .add('spare', 'ec2-instance', { parent: 'web-b', name: 'Spare' })
  .add('bucket', 's3-bucket', { parent: 'region', name: 'Süd bucket' })
  .build();
const tree = outlineOf(design);
const none = new Set<string>();
const ids = (folded: ReadonlySet<string> = none) => listRows(tree, folded).map(({ element }) => element.id);

describe('the outline', () => {
  it('holds every element once, services under their tier, the others under their container', () => {
    expect(new Set(ids())).toEqual(new Set(design.elements.keys()));
    expect(ids()).toHaveLength(design.elements.size);
    expect(holdersOf(tree, 'server')).toEqual(['tier-web', 'vpc', 'region']);
    expect(holdersOf(tree, 'spare')).toEqual(['web-b', 'az-b', 'vpc', 'region']);
    expect(ids()[0]).toBe('readers');
    expect(ids().indexOf('tier-web')).toBeLessThan(ids().indexOf('az-a'));
  });

  it('counts levels and siblings for the screen reader', () => {
    const row = listRows(tree, none).find(({ element }) => element.id === 'az-b');
    expect(row).toMatchObject({ level: 3, parent: 'vpc', isExpandable: true, isExpanded: true });
    const level = listRows(tree, none).filter(({ parent }) => parent === 'vpc');
    expect(level.map(({ position }) => position)).toEqual(level.map((_row, index) => index + 1));
    expect(level.every(({ siblings }) => siblings === level.length)).toBe(true);
  });

  it('hides what is folded away', () => {
    expect(ids(new Set(['vpc']))).toEqual(['readers', 'region', 'vpc', 'bucket']);
  });

  it('loses nothing whatever the placements are, cycles included', () => {
    const links = fc.array(fc.record({ parent: fc.nat(9), tier: fc.nat(9), isTier: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(links, (made) => {
        const elements = made.map(({ parent, tier, isTier }, index) =>
          makeElement({
            id: `e${index}`,
            kind: isTier ? 'tier' : 'group',
            name: `e${index}`,
            parent: `e${parent}`,
            tier: `e${tier}`,
          }),
        );
        const rows = listRows(outlineOf({ elements: new Map(elements.map((element) => [element.id, element])) }), none);
        expect(rows.map(({ element }) => element.id).sort()).toEqual(elements.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('keys in the outline', () => {
  const rows = listRows(tree, new Set(['vpc']));

  it('walks up and down and stops at the ends', () => {
    expect(stepOf(rows, 'readers', 'ArrowDown')).toEqual({ to: 'region' });
    expect(stepOf(rows, 'readers', 'ArrowUp')).toBeUndefined();
    expect(stepOf(rows, 'readers', 'End')).toEqual({ to: 'bucket' });
    expect(stepOf(rows, 'bucket', 'PageUp')).toEqual({ to: 'readers' });
    expect(stepOf(rows, null, 'ArrowDown')).toEqual({ to: 'readers' });
    expect(stepOf([], null, 'ArrowDown')).toBeUndefined();
  });

  it('folds, unfolds and goes to the holder', () => {
    expect(stepOf(rows, 'vpc', 'ArrowRight')).toEqual({ unfold: 'vpc' });
    expect(stepOf(rows, 'region', 'ArrowRight')).toEqual({ to: 'vpc' });
    expect(stepOf(rows, 'vpc', 'ArrowLeft')).toEqual({ to: 'region' });
    expect(stepOf(rows, 'region', 'ArrowLeft')).toEqual({ fold: 'region' });
    expect(stepOf(rows, 'bucket', 'ArrowRight')).toBeUndefined();
  });

  it('finds names by typing, without minding accents', () => {
    const all = listRows(tree, none);
    expect(findByTyping(all, null, 'sud')).toBe('bucket');
    const first = findByTyping(all, null, 's');
    expect(first).toBe('server');
    expect(findByTyping(all, 'server', 's')).not.toBe('server');
    expect(findByTyping(all, 'server', 'se')).toBe('server');
    expect(findByTyping(all, 'bucket', 'ss')).toBe('server');
    expect(findByTyping(all, null, 'zzz')).toBeUndefined();
  });
});
