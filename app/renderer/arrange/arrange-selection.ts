import { arrangeDesign } from '../../../shared/layout/arrange/arrange';
import type { Design } from '../../../shared/model/design';
import { isEmptyDiff } from '../../../shared/model/diff';
import { ok } from '../../../shared/util/result';
import { isContainerKind } from '../canvas/projection/drawing-order';
import { app } from '../store/app';
import { runCommand } from '../store/editing';
import type { AppState } from '../store/state';

let isBusy = false;

/** What to arrange: the selection where it is a container or several things, else everything (null). */
export function chosenToArrange({
  design,
  selection,
}: Pick<AppState, 'design' | 'selection'>): readonly string[] | null {
  const [first, second] = selection.elements;
  if (first === undefined) return null;
  const isContainer = isContainerKind(design.elements.get(first)?.kind ?? '');
  return second !== undefined || isContainer ? selection.elements : null;
}

export const nameArranging = (state: Pick<AppState, 'design' | 'selection'>, anew: boolean): string =>
  chosenToArrange(state) === null
    ? anew
      ? 'Arrange everything anew'
      : 'Arrange'
    : anew
      ? 'Arrange selection anew'
      : 'Arrange selection';

const tell = (text: string, tone: 'info' | 'error' = 'info'): void => app.notify({ tone, text });

async function workOut(design: Design, ids: readonly string[] | null, anew: boolean) {
  const { placeInWorker } = await import('./place-in-worker');
  return arrangeDesign(design, { ids, anew }, placeInWorker);
}

/** Shows an arrangement as one undo step, with everything gliding to its new place. */
function show(name: string, design: Design, diff: Awaited<ReturnType<typeof workOut>>, isAll: boolean): void {
  const outcome = runCommand(design, () => ok(diff));
  if (outcome.ok && isEmptyDiff(outcome.value.diff)) {
    const inLine = isAll ? ' What you select and arrange comes into line.' : '';
    const anew = `“Arrange ${isAll ? 'everything' : 'selection'} anew” places it by its connections.`;
    tell(`Everything is in its place already.${inLine} ${anew}`);
    return;
  }
  app.canvas()?.glide();
  const done = app.dispatch(name, () => ok(diff));
  if (done.ok && isAll) app.canvas()?.fit();
}

/** Arranges the selection or everything; worked out beside the page, which goes on meanwhile. */
export async function arrange(anew: boolean): Promise<void> {
  if (isBusy) return;
  const state = app.getState();
  const { design } = state;
  const ids = chosenToArrange(state);
  const name = nameArranging(state, anew);
  isBusy = true;
  // Read by `bench/arrange.bench.ts`.
  performance.mark('arrange-begin');
  try {
    const diff = await workOut(design, ids, anew);
    performance.mark('arrange-placed');
    if (app.getState().design === design) show(name, design, diff, ids === null);
    else tell('The design was changed while it was being arranged, so nothing was moved. Arrange it again.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell(`The design could not be arranged: ${reason} Nothing was moved.`, 'error');
  } finally {
    isBusy = false;
  }
}
