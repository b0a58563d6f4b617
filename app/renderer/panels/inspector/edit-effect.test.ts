import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../../../shared/commands/change-settings';
import { renameElement } from '../../../../shared/commands/rename-element';
import type { Design } from '../../../../shared/model/design';
import { loadBundledBooks } from '../../../../shared/pricing/bundled-books';
import { buildNetwork } from '../../../../shared/testing/builder';
import { createAppStore } from '../../store/app-store';
import { type Baseline, effectSince, nextBaseline } from './edit-effect';

const books = await loadBundledBooks();

const open = () => {
  const app = createAppStore({ newId: (kind) => kind });
  app.openDocument(
    { ticket: 't', name: 'n', folder: null, revision: null, isUnsavedFromStart: false },
    buildNetwork(['a', 'b'], { database: 'isolated' })
      .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
      .build(),
  );
  app.setBooks(books);
  let baseline: Baseline | null = null;
  app.store.subscribe((state, before) => {
    baseline = nextBaseline(baseline, state, before);
  });
  return { app, effect: () => baseline && effectSince(baseline, app.getState()) };
};

const multiAz = (value: boolean) => (design: Design) =>
  changeSettings(design, { ids: ['db'], settings: { multiAz: value } });

describe('the effect of an edit', () => {
  it('counts what one edit costs, clears and raises', () => {
    const { app, effect } = open();
    expect(effect()).toBeNull();
    app.dispatch('Multi-AZ', multiAz(true));
    expect(effect()?.micros).toBeGreaterThan(0);
    expect(effect()?.cleared.length).toBeGreaterThan(0);
    const cleared = effect()?.cleared.map(({ key }) => key);
    app.dispatch('Single-AZ', multiAz(false));
    expect(effect()?.micros).toBeLessThan(0);
    expect(effect()?.raised.map(({ key }) => key)).toEqual(cleared);
  });

  it('adds up while a gesture lasts and stays when it ends', () => {
    const { app, effect } = open();
    app.beginGesture('Edit');
    app.dispatch('a', multiAz(true));
    const once = effect()?.micros;
    app.dispatch('b', (design) => changeSettings(design, { ids: ['db'], settings: { storageGb: 1000 } }));
    const both = effect()?.micros;
    expect(both).toBeGreaterThan(once ?? Number.NaN);
    app.commitGesture();
    expect(effect()?.micros).toBe(both);
  });

  it('says nothing of edits without effect, of undo and redo, and of what was called off', () => {
    const { app, effect } = open();
    app.dispatch('Multi-AZ', multiAz(true));
    app.dispatch('Rename', (design) => renameElement(design, { id: 'db', name: 'Orders' }));
    expect(effect()).toBeNull();
    app.undo();
    app.undo();
    expect(effect()).toBeNull();
    app.redo();
    expect(effect()).toBeNull();
    app.beginGesture('Edit');
    app.dispatch('a', multiAz(false));
    expect(effect()).not.toBeNull();
    app.cancelGesture();
    expect(effect()).toBeNull();
  });
});
