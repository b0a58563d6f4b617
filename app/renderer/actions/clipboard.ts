import { deleteElements } from '../../../shared/commands/delete-elements';
import { duplicateElements } from '../../../shared/commands/duplicate-elements';
import { moveElements } from '../../../shared/commands/move-elements';
import { contentsOf } from '../../../shared/commands/parts/contents';
import { settleBlock } from '../../../shared/layout/settle-block';
import { carryBends } from '../../../shared/model/bends';
import type { Connection, Design, Element } from '../../../shared/model/design';
import { applyDiff, compose, type DesignDiff, isEmptyDiff } from '../../../shared/model/diff';
import { draftOf } from '../../../shared/model/draft';
import { subtreeOf } from '../../../shared/model/hierarchy';
import { fail, ok, type Result } from '../../../shared/util/result';
import { absoluteRects, boundsOf, centreOf, isInside, type Point, type Rect } from '../canvas/geometry/rect';
import { containersAt } from '../canvas/interaction/containers-at';
import { drawnRects } from '../canvas/projection/collapsed-view';
import { plural, shorten } from '../format';
import { nextTask } from '../next-task';
import { app } from '../store/app';
import { elementsType, readCopied, writeCopied } from './copied-text';
import { insertCopied } from './insert-copied';
import { pointOnCanvas } from './pointer-place';

const OFFSET = { dx: 24, dy: 24 };

/** Copied elements with all they hold and the connections among them. */
export interface Copied {
  readonly roots: readonly string[];
  readonly elements: readonly Element[];
  readonly connections: readonly Connection[];
}

interface OwnCopy {
  readonly copied: Copied;
  readonly data: string;
  /** Where the originals lay on the canvas. */
  readonly rects: readonly Rect[];
  /** The document they were copied from. */
  readonly ticket: string | undefined;
}

/** What this window copied last, and the very text it put on the clipboard. */
let own: OwnCopy | null = null;

const nameFor = (verb: string, design: Design, ids: readonly string[]): string => {
  const only = ids.length === 1 ? design.elements.get(ids[0] ?? '') : undefined;
  return only ? `${verb} ${only.name}` : `${verb} ${ids.length} elements`;
};

export function takeCopy(design: Design, ids: readonly string[]): Copied {
  const elements = new Map<string, Element>();
  for (const id of ids) for (const element of subtreeOf(design, id)) elements.set(element.id, element);
  const connections = [...design.connections.values()].filter(({ from, to }) => elements.has(from) && elements.has(to));
  const isInside = (id: string) => elements.has(design.elements.get(id)?.parent ?? '');
  return { roots: ids.filter((id) => !isInside(id)), elements: [...elements.values()], connections };
}

/** The diff that puts back what is gone of a copy. Fails where the container it lay in is gone too. */
function putBack(design: Design, { elements, connections }: Copied): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const element of elements) if (!draft.element(element.id)) draft.putElement(element);
  const orphan = elements.find(({ parent }) => parent !== null && !draft.element(parent));
  if (orphan)
    return fail(
      'illegal-placement',
      `“${orphan.name}” cannot be pasted: the container it was copied from is gone. Undo its deletion and try again.`,
    );
  const kept = (id: string) => (draft.element(id) ? [id] : []);
  for (const element of elements) {
    const current = draft.element(element.id);
    if (current && !design.elements.has(element.id))
      draft.putElement({
        ...current,
        subnets: current.subnets.flatMap(kept),
        tier: current.tier === null ? null : (kept(current.tier)[0] ?? null),
      });
  }
  for (const connection of connections) if (!draft.connection(connection.id)) draft.putConnection(connection);
  return ok(draft.diff());
}

/** Pastes a copy beside where it came from, whether the originals are still there or not. */
export function paste(design: Design, copy: Copied): Result<DesignDiff> {
  const back = putBack(design, copy);
  if (!back.ok) return back;
  const whole = applyDiff(design, back.value);
  if (!whole.ok) return whole;
  const twin = duplicateElements(whole.value, { ids: copy.roots, newId: app.newId, offset: OFFSET });
  if (!twin.ok) return twin;
  const both = compose(back.value, twin.value);
  const gone = copy.roots.filter((id) => !design.elements.has(id));
  if (gone.length === 0) return ok(both);
  const withBoth = applyDiff(design, both);
  if (!withBoth.ok) return withBoth;
  const cleaned = deleteElements(withBoth.value, { ids: gone });
  return cleaned.ok ? ok(compose(both, cleaned.value)) : cleaned;
}

/** What is new in a design, without what lies inside of it. */
function rootsAdded(before: Design, after: Design): readonly Element[] {
  const added = [...after.elements.values()].filter(({ id }) => !before.elements.has(id));
  const ids = new Set(added.map(({ id }) => id));
  return added.filter(({ parent }) => parent === null || !ids.has(parent));
}

/** What was added, moved as a whole to where it covers nothing. */
function settled(design: Design, added: Result<DesignDiff>): Result<DesignDiff> {
  const whole = added.ok ? applyDiff(design, added.value) : added;
  if (!added.ok || !whole.ok) return added;
  const settling = settleBlock(design, whole.value);
  const landed = applyDiff(whole.value, settling);
  if (isEmptyDiff(settling) || !landed.ok) return added;
  const carried = carryBends(whole.value, whole.value, landed.value);
  return ok(compose(compose(added.value, settling), carried));
}

/** So many elements are added in steps between which the page goes on. */
const MANY = 100;

/** Selects what a command added, so that the next gesture acts on it. `size` is how many elements it adds. */
async function dispatchAndSelect(
  name: string,
  size: number,
  command: (design: Design) => Result<DesignDiff>,
): Promise<void> {
  let before = app.getState().design;
  const settle = (design: Design): Result<DesignDiff> => {
    before = design;
    return settled(design, command(design));
  };
  const outcome = size > MANY ? await app.dispatchInSteps(name, settle) : app.dispatch(name, settle);
  if (!outcome.ok) return;
  const roots = rootsAdded(before, app.getState().design);
  if (roots.length > 0) app.select({ elements: roots.map(({ id }) => id) });
}

/** Says what went with a deleted container. */
function tellOfContents(before: Design, ids: readonly string[]): void {
  const contents = before.elements.size - app.getState().design.elements.size - ids.length;
  const only = ids.length === 1 ? before.elements.get(ids[0] ?? '')?.name : undefined;
  if (contents <= 0) return;
  const what = `${plural(contents, 'element')} in ${only === undefined ? 'them' : 'it'}`;
  app.notify({
    tone: 'info',
    text: `${shorten(only ?? `${ids.length} elements`, 60)} went with the ${what}. Undo brings all back.`,
  });
}

export function deleteSelection(): void {
  const { design, selection } = app.getState();
  const isConnection = selection.elements.length === 0 && selection.connections.length === 1;
  const name = isConnection ? 'Delete connection' : nameFor('Delete', design, selection.elements);
  const ids = [...selection.elements, ...selection.connections];
  if (app.dispatch(name, (current) => deleteElements(current, { ids })).ok) tellOfContents(design, selection.elements);
}

/** Puts the selection on the clipboard, for this window, for others and in words. */
export function copyTo(clipboard: DataTransfer): void {
  const { design, selection, document } = app.getState();
  const copied = takeCopy(design, selection.elements);
  const { data, words } = writeCopied(design, copied);
  const rects = absoluteRects(design);
  own = { copied, data, rects: copied.roots.flatMap((id) => rects.get(id) ?? []), ticket: document?.ticket };
  clipboard.setData(elementsType, data);
  clipboard.setData('text/plain', words);
  app.announce(`${copied.roots.length} copied`);
}

export function cutTo(clipboard: DataTransfer): void {
  copyTo(clipboard);
  const { design, selection } = app.getState();
  app.dispatch(nameFor('Cut', design, selection.elements), (current) =>
    deleteElements(current, { ids: selection.elements }),
  );
}

/** Containers under a point that are not collapsed, innermost first. */
const openAt = (design: Design, point: Point): readonly string[] =>
  containersAt(design, drawnRects(design), point).filter((id) => !design.elements.get(id)?.collapsed);

/** Pastes what this window copied: under the pointer where that may hold it, else beside the originals. */
function pasteOwn(design: Design, { copied, rects }: OwnCopy): Result<DesignDiff> {
  const beside = paste(design, copied);
  const point = pointOnCanvas();
  if (!beside.ok || !point || rects.some((rect) => isInside(rect, point))) return beside;
  const whole = applyDiff(design, beside.value);
  if (!whole.ok) return whole;
  const added = rootsAdded(design, whole.value);
  const container = openAt(design, point)[0] ?? null;
  const moved = moveElements(whole.value, {
    ids: added.map(({ id }) => id),
    to: { container, at: placeAround(whole.value, added, container, point) },
  });
  const landed = moved.ok ? applyDiff(whole.value, moved.value) : moved;
  if (!moved.ok || !landed.ok) return beside;
  const carried = carryBends(whole.value, whole.value, landed.value);
  return ok(compose(compose(beside.value, moved.value), carried));
}

/** Where the first of the elements goes, so that the middle of all lies at a point; relative to the container. */
function placeAround(design: Design, added: readonly Element[], container: string | null, point: Point): Point {
  const rects = absoluteRects(design);
  const bounds = boundsOf(added.flatMap(({ id }) => rects.get(id) ?? []));
  const first = rects.get(added[0]?.id ?? '');
  const origin = (container !== null && rects.get(container)) || { x: 0, y: 0 };
  const middle = bounds ? centreOf(bounds) : point;
  return {
    x: (first?.x ?? point.x) + point.x - middle.x - origin.x,
    y: (first?.y ?? point.y) + point.y - middle.y - origin.y,
  };
}

/** Pastes what another window copied, or what lay in a container that is gone: under the pointer, else in the middle of the view. */
function pasteForeign(design: Design, foreign: Design, selected: readonly string[]): Result<DesignDiff> {
  const point = pointOnCanvas();
  const wanted = point ? openAt(design, point) : selected;
  const middle = point ?? app.canvas()?.visibleCentre() ?? { x: 0, y: 0 };
  return insertCopied(design, foreign, { wanted, middle, newId: app.newId });
}

/** What the clipboard holds where it holds no elements. */
function describeForeign(clipboard: DataTransfer): string {
  if (clipboard.files.length > 0)
    return clipboard.files[0]?.type.startsWith('image/')
      ? 'The clipboard holds a picture, which cannot be put on the drawing.'
      : 'The clipboard holds a file. Drop a design file on the window, or choose File, Open.';
  return 'The clipboard holds no elements of a design. Copy some first.';
}

/** Pastes elements from the clipboard, or from a drop; says so where it holds none, or what is wrong with them. */
export async function pasteFrom(clipboard: DataTransfer, foreignSays = describeForeign(clipboard)): Promise<void> {
  const data = clipboard.getData(elementsType);
  const { selection, document } = app.getState();
  const known = own && data === own.data && own.ticket === document?.ticket ? own : null;
  const foreign = readCopied(data, clipboard.getData('text/plain'));
  if (!foreign?.ok) {
    app.notify(foreign ? { tone: 'error', text: foreign.error.message } : { tone: 'info', text: foreignSays });
    return;
  }
  const { size } = foreign.value.elements;
  if (size > MANY) await nextTask();
  await dispatchAndSelect('Paste', size, (design) => {
    const pasted = known ? pasteOwn(design, known) : undefined;
    return pasted?.ok ? pasted : pasteForeign(design, foreign.value, selection.elements);
  });
}

export async function duplicateSelection(): Promise<void> {
  const { design, selection } = app.getState();
  const { size } = contentsOf(design, selection.elements);
  await dispatchAndSelect(nameFor('Duplicate', design, selection.elements), size, (current) =>
    duplicateElements(current, { ids: selection.elements, newId: app.newId, offset: OFFSET }),
  );
}
