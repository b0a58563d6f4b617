import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../shared/assessment/check-design';
import { deleteElements } from '../../../shared/commands/delete-elements';
import { renameElement } from '../../../shared/commands/rename-element';
import { type Design, makeElement } from '../../../shared/model/design';
import { applyDiff } from '../../../shared/model/diff';
import { buildNetwork } from '../../../shared/testing/builder';
import { resolve } from '../../../shared/topology/resolve';
import { plainEvidence } from '../../../shared/validation/evidence';
import type { Finding } from '../../../shared/validation/rule';
import { createAppStore } from '../store/app-store';
import { createAnswerer } from './answer-checks';
import { type CheckThread, createChecker } from './checker';
import { blankDesign, changesBetween } from './design-changes';

const circumstances = { today: '2026-03-01', bill: null };

/** The worker's side behind the copying that messages between threads go through. */
const thread = (): CheckThread => {
  const answer = createAnswerer();
  return { ask: async (request) => structuredClone(answer(structuredClone(request))) };
};

const shop = buildNetwork(['a', 'b'], { web: 'public', database: 'private' })
  .add('users', 'users')
  .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { sessionStore: 'memory' } })
  .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
  .add('cache', 'elasticache-redis', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a'] })
  .connect('traffic', 'users', 'web')
  .connect('data', 'web', 'db')
  .connect('session', 'web', 'cache')
  .build();

const edited = (design: Design, change: ReturnType<typeof deleteElements>): Design => {
  const applied = change.ok ? applyDiff(design, change.value) : change;
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value;
};

/** Findings as text; functions cannot be compared. */
const readable = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...finding }) => ({
    ...finding,
    evidence: plainEvidence(finding.evidence),
    fixes: fixes.map(({ apply, ...fix }) => [fix, Boolean(apply)]),
  }));

describe('checking in another thread', () => {
  it('brings the dead path and the dark tiers along', async () => {
    const { changed } = await thread().ask({
      changes: changesBetween(blankDesign, shop),
      circumstances,
    });
    const single = changed.find(({ ruleId }) => ruleId === 'AVL-05');
    expect(single?.evidence).toMatchObject({ cut: ['db'] });
    // The cache of the tier still stands.
    expect(single?.evidence.darkTiers).toEqual([]);
    expect(single?.evidence.path).toEqual(expect.arrayContaining(['users', 'web', 'db']));
  });

  it('finds what a check in place finds, after any row of edits', async () => {
    const edit = fc.oneof(
      fc
        .constantFrom('web', 'db', 'cache', 'users')
        .map(
          (id) => (design: Design) =>
            design.elements.has(id) ? edited(design, deleteElements(design, { ids: [id] })) : design,
        ),
      fc.tuple(fc.constantFrom('web', 'db', 'cache'), fc.string({ minLength: 1, maxLength: 8 })).map(
        ([id, name]) =>
          (design: Design) =>
            design.elements.has(id) ? edited(design, renameElement(design, { id, name: `n${name}` })) : design,
      ),
      fc.constant(() => shop),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 6 }), async (edits) => {
        const checker = createChecker(thread());
        let design = shop;
        for (const change of [() => shop, ...edits]) {
          design = change(design);
          const found = await checker.check(design, circumstances);
          const expected = checkDesign(resolve(design), circumstances);
          expect(readable(found?.findings ?? [])).toEqual(readable(expected.findings));
          expect(found?.counts).toEqual(expected.counts);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says nothing of a design that a newer one overtook, and the newest is checked', async () => {
    const checker = createChecker(thread());
    const without = (id: string) => edited(shop, deleteElements(shop, { ids: [id] }));
    const [first, second, third] = await Promise.all(
      [shop, without('cache'), without('db')].map((design) => checker.check(design, circumstances)),
    );
    expect(first?.findings.length).toBeGreaterThan(0);
    expect(second).toBeNull();
    expect(readable(third?.findings ?? [])).toEqual(
      readable(checkDesign(resolve(without('db')), circumstances).findings),
    );
  });

  it('hands out fixes that work', async () => {
    const found = await createChecker(thread()).check(shop, circumstances);
    const finding = found?.findings.find(({ ruleId }) => ruleId === 'AVL-05');
    const outcome = finding?.fixes.find(({ apply }) => apply)?.apply?.(shop, (kind) => `${kind}-new`);
    if (!outcome?.ok) throw new Error('The fix could not be applied.');
    const mended = applyDiff(shop, outcome.value);
    if (!mended.ok) throw new Error(mended.error.message);
    const left = checkDesign(resolve(mended.value), circumstances).findings.map(({ key }) => key);
    expect(left).not.toContain(finding?.key);
  });
});

/** So many notes that the design is checked elsewhere. */
const large: Design = {
  ...shop,
  elements: new Map([
    ...shop.elements,
    ...Array.from({ length: 3000 }, (_, index) => {
      const note = makeElement({ id: `note-${index}`, kind: 'note', name: 'n' });
      return [note.id, note] as const;
    }),
  ]),
};

const document = { ticket: 'file-0', name: 'shop', folder: null, revision: null, isUnsavedFromStart: false };

const openLarge = (checkThread: CheckThread) => {
  const app = createAppStore({ newId: (kind) => `${kind}-new`, checker: createChecker(checkThread) });
  app.openDocument(document, large);
  return app;
};

const untilChecked = (app: ReturnType<typeof openLarge>): Promise<void> =>
  new Promise((done) => {
    if (!app.getState().isChecking) return done();
    const stop = app.store.subscribe(({ isChecking }) => {
      if (isChecking) return;
      stop();
      done();
    });
  });

describe('a large design in the window', () => {
  it('is there at once, and its findings follow', async () => {
    const app = openLarge(thread());
    expect(app.getState()).toMatchObject({ isChecking: true, findings: [] });
    await untilChecked(app);
    const expected = checkDesign(resolve(large), { today: '', bill: null });
    expect(app.getState().counts).toEqual(expected.counts);
    expect(
      app
        .getState()
        .findingsOf.get('db')
        ?.map(({ key }) => key),
    ).toEqual(expected.findings.filter(({ subjects }) => subjects.elements.includes('db')).map(({ key }) => key));
  });

  it('shows nothing about what was deleted while the next check is under way', async () => {
    const app = openLarge(thread());
    await untilChecked(app);
    app.dispatch('Delete', (design) => deleteElements(design, { ids: ['db'] }));
    expect(app.getState().findingsOf.has('db')).toBe(false);
    await untilChecked(app);
    const { design, counts } = app.getState();
    expect(counts).toEqual(checkDesign(resolve(design), { today: '', bill: null }).counts);
  });

  it('is checked in place when the other thread is lost', async () => {
    const app = openLarge({ ask: () => Promise.reject(new Error('gone')) });
    await untilChecked(app);
    expect(app.getState().counts).toEqual(checkDesign(resolve(large), { today: '', bill: null }).counts);
  });
});
