import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeDesign } from '../../../shared/layout/arrange/arrange';
import { serializeDesign } from '../../../shared/model/format/serialize';
import { runStep, type Step, startArbitrary, stepArbitrary } from '../../../shared/testing/arbitrary-drawing';
import { countingIds } from '../../../shared/testing/drawing';
import { placeWithElk } from '../../../shared/testing/place-with-elk';
import { ok } from '../../../shared/util/result';
import { type AppStore, createAppStore } from './app-store';
import type { DocumentInfo } from './state';

/** What a person does: an edit, several in one gesture that is kept or called off, an arrangement, a step back and forth. */
type Deed =
  | { readonly what: 'edit'; readonly step: Step }
  | { readonly what: 'gesture'; readonly steps: readonly Step[]; readonly isKept: boolean }
  | { readonly what: 'arrange'; readonly anew: boolean }
  | { readonly what: 'undo' }
  | { readonly what: 'redo' };

const edit: fc.Arbitrary<Deed> = fc.record({ what: fc.constant('edit' as const), step: stepArbitrary });
const deedArbitrary: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 40, arbitrary: edit },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('gesture' as const),
      steps: fc.array(stepArbitrary, { maxLength: 4 }),
      isKept: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('arrange' as const), anew: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('redo' as const) }) },
);

/** Drawings that double at every copy would take for ever. */
const LARGEST = 60;

async function perform(store: AppStore, deed: Deed): Promise<void> {
  const run = (step: Step): void => {
    const isTooLarge = step.verb === 'duplicate' && store.getState().design.elements.size > LARGEST;
    if (!isTooLarge) store.dispatch(step.verb, (design) => runStep(design, step, store.newId));
  };
  if (deed.what === 'edit') run(deed.step);
  else if (deed.what === 'undo') store.undo();
  else if (deed.what === 'redo') store.redo();
  else if (deed.what === 'arrange') {
    const diff = await arrangeDesign(store.getState().design, { ids: null, anew: deed.anew }, placeWithElk);
    store.dispatch('Arrange', () => ok(diff));
  } else {
    store.beginGesture('Gesture');
    for (const step of deed.steps) run(step);
    if (deed.isKept) store.commitGesture();
    else store.cancelGesture();
  }
}

const textOf = (store: AppStore): string => serializeDesign(store.getState().design);

const file: DocumentInfo = {
  ticket: 'file-0',
  name: 'drawn.stratiform',
  folder: null,
  revision: null,
  isUnsavedFromStart: false,
};

describe('two hundred edits', () => {
  it('undone give back the document byte for byte, and redone give it again', async () => {
    await fc.assert(
      fc.asyncProperty(
        startArbitrary,
        fc.array(deedArbitrary, { minLength: 200, maxLength: 200 }),
        async (start, deeds) => {
          const ids = countingIds();
          const store = createAppStore({ newId: (kind) => `new-${ids(kind)}` });
          store.openDocument(file, start);
          for (const deed of deeds) await perform(store, deed);
          const end = textOf(store);
          const { length } = store.getState().history.past;
          while (store.getState().history.past.length > 0) store.undo();
          expect(textOf(store)).toBe(serializeDesign(start));
          while (store.getState().history.past.length < length) store.redo();
          expect(textOf(store)).toBe(end);
        },
      ),
      { numRuns: 2 },
    );
  });
});
