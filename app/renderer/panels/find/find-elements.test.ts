import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../shared/testing/builder';
import { createAppStore } from '../../store/app-store';
import { findElements, stepThrough } from './find-elements';

const store = createAppStore({ newId: (kind) => kind });
store.openDocument(
  { ticket: 't', name: 'n', folder: null, revision: null, isUnsavedFromStart: false },
  buildNetwork(['a', 'b'], { web: 'private', database: 'public' })
    .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Überweisung' })
    .add('big', 'ec2-instance', { parent: 'web-b', settings: { instanceType: 'c7g.4xlarge' }, name: 'Büro' })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      tier: 'tier-database',
      subnets: ['database-a'],
      name: 'Orders',
      tags: { Owner: 'Shop' },
    })
    .add('odd', 'quantum-thing', { settings: { level: 'blue' }, name: '<script>' })
    .build(),
);
const find = (query: string) => findElements(query, store.getState());

describe('finding on the canvas', () => {
  it('looks at name, kind and settings', () => {
    expect(find('uberweisung')).toEqual(['server']);
    expect(find('c7g.4x')).toEqual(['big']);
    expect(find('ec2 instance')).toEqual(['server', 'big']);
    expect(find('rds')).toEqual(['db']);
    expect(find('blue')).toEqual(['odd']);
    expect(find('<script>')).toEqual(['odd']);
  });

  it('looks at tags', () => {
    expect(find('tag:owner=shop')).toEqual(['db']);
    expect(find('tag:owner')).toEqual(['db']);
    expect(find('tag:')).toEqual(['db']);
  });

  it('looks at the rules and titles of findings', () => {
    const [finding] = store.getState().findingsOf.get('db') ?? [];
    expect(finding).toBeDefined();
    expect(find(finding?.ruleId ?? '')).toContain('db');
    expect(find(finding?.title ?? '')).toContain('db');
  });

  it('asks for every word and finds nothing for none', () => {
    expect(find('ec2 buro')).toEqual(['big']);
    expect(find('ec2 nowhere')).toEqual([]);
    expect(find('   ')).toEqual([]);
  });

  it('forgets the text of what changed', () => {
    const before = store.getState().design;
    const elements = new Map(before.elements);
    const server = elements.get('server');
    if (server) elements.set('server', { ...server, name: 'Payments' });
    expect(findElements('uberweisung', { ...store.getState(), design: { ...before, elements } })).toEqual([]);
    expect(findElements('payments', { ...store.getState(), design: { ...before, elements } })).toEqual(['server']);
  });
});

describe('walking through matches', () => {
  it('goes round in both directions and starts at an end', () => {
    expect(stepThrough(null, 1, 3)).toBe(0);
    expect(stepThrough(null, -1, 3)).toBe(2);
    expect(stepThrough(2, 1, 3)).toBe(0);
    expect(stepThrough(0, -1, 3)).toBe(2);
    expect(stepThrough(7, 1, 3)).toBe(0);
    expect(stepThrough(1, 1, 0)).toBeNull();
  });
});
