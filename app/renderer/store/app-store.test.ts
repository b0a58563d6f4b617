import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../../shared/commands/change-settings';
import { deleteElements } from '../../../shared/commands/delete-elements';
import { moveElements } from '../../../shared/commands/move-elements';
import { renameElement } from '../../../shared/commands/rename-element';
import { fitDesign } from '../../../shared/layout/fit';
import { applyDiff } from '../../../shared/model/diff';
import { serializeDesign } from '../../../shared/model/format/serialize';
import { loadBundledBooks } from '../../../shared/pricing/bundled-books';
import { buildNetwork } from '../../../shared/testing/builder';
import { createAppStore } from './app-store';
import { selectDirty } from './selectors';
import type { DocumentInfo } from './state';

const file: DocumentInfo = {
  ticket: 'file-0',
  name: 'shop.stratiform',
  folder: '/designs',
  revision: null,
  isUnsavedFromStart: false,
};

const drawn = buildNetwork(['a', 'b'], { web: 'private', database: 'isolated' })
  .add('users', 'users')
  .add('alb', 'application-load-balancer', { parent: 'vpc', tier: 'tier-web', subnets: ['web-a', 'web-b'] })
  .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { sessionStore: 'memory' } })
  .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
  .connect('traffic', 'users', 'alb')
  .connect('traffic', 'alb', 'web')
  .connect('data', 'web', 'db')
  .build();

const fitted = applyDiff(drawn, fitDesign(drawn));
if (!fitted.ok) throw new Error(fitted.error.message);
const design = fitted.value;

const openStore = () => {
  let count = 0;
  const app = createAppStore({
    newId: (kind) => {
      count += 1;
      return `${kind}-new-${count}`;
    },
  });
  app.openDocument(file, design);
  return app;
};

const rename = (id: string, name: string) => (current: typeof design) => renameElement(current, { id, name });
const nudge = (id: string, dx: number) => (current: typeof design) =>
  moveElements(current, { ids: [id], by: { dx, dy: 0 } });

describe('dispatch', () => {
  it('changes the design, names the step and marks the document as modified', () => {
    const app = openStore();
    expect(selectDirty(app.getState())).toBe(false);
    expect(app.dispatch('Rename Web', rename('web', 'Shop')).ok).toBe(true);
    expect(app.getState().design.elements.get('web')?.name).toBe('Shop');
    expect(app.getState().history.past.map(({ name }) => name)).toEqual(['Rename Web']);
    expect(app.getState().announcement).toBe('Rename Web');
    expect(selectDirty(app.getState())).toBe(true);
  });

  it('shows why a command was refused and changes nothing', () => {
    const app = openStore();
    const before = app.getState().design;
    expect(app.dispatch('Rename', rename('nobody', 'x')).ok).toBe(false);
    expect(app.getState().design).toBe(before);
    expect(app.getState().messages.at(-1)?.tone).toBe('error');
    expect(selectDirty(app.getState())).toBe(false);
  });

  it('drops what was deleted from the selection', () => {
    const app = openStore();
    app.select({ elements: ['web', 'db'] });
    app.dispatch('Delete Web', (current) => deleteElements(current, { ids: ['web'] }));
    expect(app.getState().selection.elements).toEqual(['db']);
  });
});

describe('dispatch in steps', () => {
  it('changes the design once its turn comes, as one named step', async () => {
    const app = openStore();
    const done = app.dispatchInSteps('Rename Web', rename('web', 'Shop'));
    expect(app.getState().design).toBe(design);
    expect((await done).ok).toBe(true);
    expect(app.getState().design.elements.get('web')?.name).toBe('Shop');
    expect(app.getState().history.past.map(({ name }) => name)).toEqual(['Rename Web']);
  });

  it('keeps what was changed meanwhile', async () => {
    const app = openStore();
    const done = app.dispatchInSteps('Rename Web', rename('web', 'Shop'));
    app.dispatch('Rename Database', rename('db', 'Orders'));
    await done;
    expect(app.getState().design.elements.get('web')?.name).toBe('Shop');
    expect(app.getState().design.elements.get('db')?.name).toBe('Orders');
    app.undo();
    expect(app.getState().design.elements.get('web')?.name).toBe('web');
    expect(app.getState().design.elements.get('db')?.name).toBe('Orders');
  });
});

describe('undo and redo', () => {
  it('give back the very same text, whatever was done', () => {
    const edit = fc.oneof(
      fc
        .record({
          id: fc.constantFrom('web', 'db', 'alb', 'tier-web'),
          name: fc.string({ minLength: 1, maxLength: 20 }),
        })
        .map(({ id, name }) => rename(id, name)),
      fc
        .record({ id: fc.constantFrom('users', 'region'), dx: fc.integer({ min: -200, max: 200 }) })
        .map(({ id, dx }) => nudge(id, dx)),
      fc
        .boolean()
        .map((multiAz) => (current: typeof design) => changeSettings(current, { ids: ['db'], settings: { multiAz } })),
      fc.constant((current: typeof design) => deleteElements(current, { ids: ['web'] })),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const app = openStore();
        const before = serializeDesign(app.getState().design);
        for (const command of edits) app.dispatch('Edit', command);
        const after = serializeDesign(app.getState().design);
        const steps = app.getState().history.past.length;
        for (let step = 0; step < steps; step += 1) app.undo();
        expect(serializeDesign(app.getState().design)).toBe(before);
        expect(selectDirty(app.getState())).toBe(false);
        for (let step = 0; step < steps; step += 1) app.redo();
        expect(serializeDesign(app.getState().design)).toBe(after);
      }),
      { numRuns: 40 },
    );
  });

  it('leave findings as they were', () => {
    const app = openStore();
    const before = app.getState().findings.map(({ key }) => key);
    expect(before.length).toBeGreaterThan(0);
    app.dispatch('Multi-AZ', (current) => changeSettings(current, { ids: ['db'], settings: { multiAz: true } }));
    expect(app.getState().findings.map(({ key }) => key)).not.toEqual(before);
    app.undo();
    expect(app.getState().findings.map(({ key }) => key)).toEqual(before);
  });
});

describe('a gesture', () => {
  it('is one undo step', () => {
    const app = openStore();
    app.beginGesture('Move Users');
    for (let step = 0; step < 10; step += 1) app.dispatch('Move', nudge('users', 5));
    expect(app.getState().history.past).toHaveLength(0);
    app.commitGesture();
    expect(app.getState().history.past.map(({ name }) => name)).toEqual(['Move Users']);
    app.undo();
    expect(app.getState().design.elements.get('users')?.frame).toEqual(design.elements.get('users')?.frame);
  });

  it('is taken back by cancel, with nothing in the history and redo still there', () => {
    const app = openStore();
    app.dispatch('Rename Web', rename('web', 'Shop'));
    app.undo();
    const before = app.getState();
    app.beginGesture('Change name');
    app.dispatch('Rename', rename('web', 'Other'));
    expect(app.getState().design.elements.get('web')?.name).toBe('Other');
    app.cancelGesture();
    expect(app.getState().design).toBe(before.design);
    expect(app.getState().history).toBe(before.history);
    expect(app.getState().history.future).toHaveLength(1);
  });

  it('that changes nothing leaves no step', () => {
    const app = openStore();
    app.beginGesture('Nothing');
    app.dispatch('There', nudge('users', 8));
    app.dispatch('And back', nudge('users', -8));
    app.commitGesture();
    expect(selectDirty(app.getState())).toBe(false);
  });
});

describe('identity', () => {
  it('a move leaves every analysis the same object', async () => {
    const app = openStore();
    app.setBooks(await loadBundledBooks());
    const before = app.getState();
    app.dispatch('Move Users', nudge('users', 40));
    const after = app.getState();
    expect(after.design).not.toBe(before.design);
    expect(after.findings).toBe(before.findings);
    expect(after.estimate).toBe(before.estimate);
    expect(after.costOf).toBe(before.costOf);
  });

  it('a setting changes the figures it concerns and no others', async () => {
    const app = openStore();
    app.setBooks(await loadBundledBooks());
    const before = app.getState();
    app.dispatch('Storage', (current) => changeSettings(current, { ids: ['db'], settings: { storageGb: 500 } }));
    const after = app.getState();
    expect(after.costOf.get('db')?.micros).toBeGreaterThan(before.costOf.get('db')?.micros ?? 0);
    expect(after.costOf.get('alb')).toBe(before.costOf.get('alb'));
    expect(after.findingsOf.get('web')).toBe(before.findingsOf.get('web'));
    expect(after.design.elements.get('web')).toBe(before.design.elements.get('web'));
  });
});

describe('a fix', () => {
  const findFixable = (app: ReturnType<typeof openStore>) => {
    for (const finding of app.getState().findings)
      for (const fix of finding.fixes) if (fix.apply) return { finding, fix };
    throw new Error('No finding of the test design has a fix.');
  };

  it('is previewed without touching the design, then applied as one named step', () => {
    const app = openStore();
    const { finding, fix } = findFixable(app);
    expect(app.previewFix(finding.key, fix.id).ok).toBe(true);
    expect(app.getState().design).toBe(design);
    const planned = app.getState().preview?.design;
    app.applyPreview();
    expect(app.getState().design).toBe(planned);
    expect(app.getState().preview).toBeNull();
    expect(app.getState().findings.map(({ key }) => key)).not.toContain(finding.key);
    expect(app.getState().history.past.map(({ name }) => name)).toEqual([fix.title]);
    app.undo();
    expect(serializeDesign(app.getState().design)).toBe(serializeDesign(design));
  });

  it('is no longer shown once the design changes under it', () => {
    const app = openStore();
    const { finding, fix } = findFixable(app);
    app.previewFix(finding.key, fix.id);
    app.dispatch('Rename', rename('web', 'Shop'));
    expect(app.getState().preview).toBeNull();
  });
});

describe('saving', () => {
  it('clears the mark; an edit made while the disk was busy keeps it', () => {
    const app = openStore();
    app.dispatch('Rename', rename('web', 'One'));
    const written = app.getState().history;
    app.dispatch('Rename', rename('web', 'Two'));
    app.markSaved({ ...file, revision: 'abc' }, written);
    expect(selectDirty(app.getState())).toBe(true);
    app.undo();
    expect(selectDirty(app.getState())).toBe(false);
    expect(app.getState().document?.revision).toBe('abc');
  });

  it('of another document is ignored', () => {
    const app = openStore();
    app.dispatch('Rename', rename('web', 'One'));
    app.markSaved({ ...file, ticket: 'file-1' }, app.getState().history);
    expect(selectDirty(app.getState())).toBe(true);
  });

  it('a recovered draft is modified from the start', () => {
    const app = openStore();
    app.openDocument({ ...file, isUnsavedFromStart: true }, design);
    expect(selectDirty(app.getState())).toBe(true);
    app.markSaved(file, app.getState().history);
    expect(selectDirty(app.getState())).toBe(false);
  });
});
