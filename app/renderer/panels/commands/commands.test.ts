import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../shared/testing/builder';
import type { Action } from '../../actions/action';
import { createAppStore } from '../../store/app-store';
import { listCommands } from './list-commands';
import { rankFuzzily } from './rank-fuzzily';
import { recentCommands, rememberCommand } from './recent-commands';

const rank = (query: string, text: string): number => rankFuzzily(query, text) ?? Number.NEGATIVE_INFINITY;

describe('fuzzy ranking', () => {
  it('asks for every letter in its order, whatever case and accents', () => {
    expect(rankFuzzily('zfm', 'Zoom to fit')).toBeUndefined();
    expect(rankFuzzily('ztf', 'Zoom to fit')).toBeGreaterThan(0);
    expect(rankFuzzily('SUD', 'süd')).toBeGreaterThan(0);
    expect(rankFuzzily('fit zoom', 'Zoom to fit')).toBeGreaterThan(0);
    expect(rankFuzzily('  ', 'anything')).toBe(0);
    expect(rankFuzzily('x', '')).toBeUndefined();
  });

  it('prefers beginnings of words and letters that stand together', () => {
    expect(rank('dup', 'Duplicate')).toBeGreaterThan(rank('dup', 'Undo update'));
    expect(rank('sc', 'Save copy')).toBeGreaterThan(rank('sc', 'Discard'));
    expect(rank('copy', 'Copy')).toBeGreaterThan(rank('copy', 'Copy everything there is'));
  });

  it('stays quick on hostile text', () => {
    expect(rankFuzzily('a'.repeat(300), 'a'.repeat(10_000))).toBeUndefined();
    expect(rankFuzzily('aaaaaaaab', 'a'.repeat(10_000))).toBeUndefined();
  });
});

const store = createAppStore({ newId: (kind) => kind });
store.openDocument(
  { ticket: 't', name: 'n', folder: null, revision: null, isUnsavedFromStart: false },
  buildNetwork(['a'], { web: 'private' })
    .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Checkout' })
    .build(),
);
const action = (id: Action['id'], label: string, isOn = true): Action => ({
  id,
  label,
  group: 'Edit',
  isEnabled: () => isOn,
  run: () => undefined,
});
const actions = [action('edit.undo', 'Undo', false), action('edit.copy', 'Copy'), action('view.fit', 'Zoom to fit')];
const keys = (query: string, recent: readonly string[] = []) =>
  listCommands(query, store.getState(), actions, recent).map(({ key }) => key);

describe('the command palette', () => {
  it('offers what can be done now, what was used lately first', () => {
    expect(keys('')).toEqual(['action edit.copy', 'action view.fit']);
    expect(keys('', ['element server', 'action view.fit'])).toEqual([
      'element server',
      'action view.fit',
      'action edit.copy',
    ]);
  });

  it('finds actions and elements, these by name and kind', () => {
    expect(keys('undo')).toEqual([]);
    expect(keys('ztf')[0]).toBe('action view.fit');
    expect(keys('check')[0]).toBe('element server');
    expect(keys('ec2 instance')).toContain('element server');
  });

  it('forgets what is gone', () => {
    expect(keys('', ['element gone', 'action edit.undo'])).toEqual(['action edit.copy', 'action view.fit']);
  });

  it('remembers the latest few, each once', () => {
    for (const key of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) rememberCommand(key);
    expect(recentCommands()).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a']);
  });
});
