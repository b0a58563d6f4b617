import { definitionOf } from '../../../../shared/catalog/catalog';
import { addElement } from '../../../../shared/commands/add-element';
import { dropTarget } from '../../../../shared/commands/drop-target';
import type { Design } from '../../../../shared/model/design';
import type { DesignDiff } from '../../../../shared/model/diff';
import type { JsonObject } from '../../../../shared/util/json';
import type { Result } from '../../../../shared/util/result';
import { app } from '../../store/app';
import type { AppState } from '../../store/state';
import { absoluteRects, centreOf, type Point, type Rect } from '../geometry/rect';
import { drawnRects } from '../projection/collapsed-view';
import { isContainerKind } from '../projection/drawing-order';
import { containerChain } from './containers-at';
import { gestures } from './gestures';
import { collapsedReason, describeTarget, findUnfit, judgeDrop, type Verdict } from './judge-drop';
import { findMissingStep, type Wanted } from './missing-step';
import { currentStage } from './stage';
import { trackPointer } from './track-pointer';

/** Something the palette offers. */
export interface PaletteItem {
  readonly kind: string;
  readonly title: string;
  readonly icon: string;
  /** Settings a new one starts with, such as a tier's role. */
  readonly settings?: JsonObject;
}

/** How far the pointer travels before a press becomes a drag, px. */
const DRAG_DISTANCE = 4;
const FALLBACK_SIZE = { width: 176, height: 72 };

const sizeOf = (kind: string) => definitionOf(kind)?.size ?? FALLBACK_SIZE;

/** What the item becomes with its middle at a point of the canvas. */
function wantedAt({ kind, settings }: PaletteItem, container: string | null, middle: Point): Wanted {
  const size = sizeOf(kind);
  const origin = (container !== null && absoluteRects(app.getState().design).get(container)) || { x: 0, y: 0 };
  const at = { x: middle.x - size.width / 2 - origin.x, y: middle.y - size.height / 2 - origin.y };
  return { kind, container, at, ...(settings && { settings }) };
}

/** Runs a command that adds an item, and selects it. True where it was added. */
function dispatchAdding(name: string, kind: string, command: (design: Design) => Result<DesignDiff>): boolean {
  const before = app.getState().design;
  if (!app.dispatch(name, command).ok) return false;
  const added = [...app.getState().design.elements.values()].find(
    (element) => element.kind === kind && !before.elements.has(element.id),
  );
  if (added) app.select({ elements: [added.id] });
  return true;
}

/** Adds an item with its middle at a point of the canvas; the new element is selected. True where it was added. */
export function addAt(item: PaletteItem, container: string | null, middle: Point): boolean {
  const wanted = wantedAt(item, container, middle);
  return dispatchAdding(`Add ${item.title}`, item.kind, (design) =>
    addElement(design, { ...wanted, newId: app.newId }),
  );
}

/** Says why an item cannot lie somewhere; where one thing is missing there, offers to add that too. */
function refuse(item: PaletteItem, container: string | null, middle: Point, reason: string): void {
  const wanted = wantedAt(item, container, middle);
  const step = findMissingStep(app.getState().design, wanted, app.newId);
  if (!step) {
    app.notify({ tone: 'info', text: reason });
    return;
  }
  const add = (): void => {
    dispatchAdding(`Add ${item.title} with ${step.what}`, item.kind, step.command);
    requestAnimationFrame(() => app.canvas()?.focus(app.getState().selection.elements[0]));
  };
  app.notify({ tone: 'info', text: reason, action: { label: `Add ${step.what} too`, run: add } });
}

/** Innermost container of a verdict; a tier under the pointer says more than the zone or VPC around it. */
export function innermost(design: Pick<Design, 'elements'>, containers: readonly string[]): string | null {
  const kindOf = (id: string): string => design.elements.get(id)?.kind ?? '';
  const [first] = containers;
  if (first === undefined) return null;
  if (kindOf(first) !== 'availability-zone' && kindOf(first) !== 'vpc') return first;
  return containers.find((id) => kindOf(id) === 'tier') ?? first;
}

function showDrop(item: PaletteItem, verdict: Verdict | null, dimmed: ReadonlySet<string>, pointer: Point): void {
  const { design } = app.getState();
  const ghost = { icon: item.icon, label: item.title };
  const reason = verdict?.target.reason ?? null;
  const note = verdict && reason === null ? describeTarget(design, verdict.target) : null;
  gestures.setState({
    drop: { targets: verdict?.targets ?? new Set(), dimmed, reason, note, ghost, pointer },
  });
}

/** Follows a drag that began on a palette item; a release over a place that can take it adds the element there. */
export function startPaletteDrag(item: PaletteItem, pressed: PointerEvent, onDragged: () => void): void {
  const { design } = app.getState();
  const rects = drawnRects(design);
  let dimmed: ReadonlySet<string> | null = null;
  const judge = (event: PointerEvent): Verdict | null => {
    const stage = currentStage();
    const pointer = { x: event.clientX, y: event.clientY };
    return stage?.covers(pointer) ? judgeDrop(design, rects, item.kind, stage.toCanvas(pointer)) : null;
  };
  const finish = (): void => {
    delete document.documentElement.dataset.dragging;
    gestures.setState({ drop: null });
  };
  const start = (): ReadonlySet<string> => {
    // Keeps the panels still under the pointer: no tooltips, no hover.
    document.documentElement.dataset.dragging = '';
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onDragged();
    return findUnfit(design, item.kind);
  };
  trackPointer({
    onMove: (event) => {
      const distance = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
      if (!dimmed && distance < DRAG_DISTANCE) return;
      dimmed ??= start();
      showDrop(item, judge(event), dimmed, { x: event.clientX, y: event.clientY });
    },
    onCancel: finish,
    onDrop: (event) => {
      // Judged before messages on top take the pointer again.
      const verdict = dimmed && judge(event);
      finish();
      const stage = currentStage();
      if (!verdict || !stage) return;
      const point = stage.toCanvas({ x: event.clientX, y: event.clientY });
      const place = innermost(design, verdict.containers);
      if (verdict.target.reason !== undefined) {
        refuse(item, place, point, verdict.target.reason);
        return;
      }
      if (!addAt(item, place, point)) return;
      // The next keys are meant for what was dropped, not for the palette.
      requestAnimationFrame(() => app.canvas()?.focus(app.getState().selection.elements[0]));
    },
  });
}

/** Where the keyboard puts an item: what is selected, else the place in view, else the first that may hold it. */
function choosePlace(state: AppState, kind: string): { container: string | null; reason: string | undefined } {
  const { design, selection } = state;
  const [selectedId] = selection.elements;
  const selected = selectedId === undefined ? undefined : design.elements.get(selectedId);
  const start = selected && !isContainerKind(selected.kind) ? (selected.tier ?? selected.parent) : selected?.id;
  const fits = (id: string | null): string | undefined =>
    collapsedReason(design, id === null ? [] : containerChain(design, id)) ??
    dropTarget(design, { kind, containers: id === null ? [] : containerChain(design, id) }).reason;
  const around = start == null ? [] : containerChain(design, start);
  for (const id of around) if (fits(id) === undefined) return { container: id, reason: undefined };
  if (fits(null) === undefined) return { container: null, reason: undefined };
  const holders = [...design.elements.values()].filter((element) => isContainerKind(element.kind));
  const holder = holders.find(({ id }) => fits(id) === undefined);
  return holder
    ? { container: holder.id, reason: undefined }
    : { container: start ?? null, reason: fits(start ?? null) };
}

const middleOf = (rect: Rect | undefined): Point =>
  rect ? centreOf(rect) : (app.canvas()?.visibleCentre() ?? { x: 0, y: 0 });

/** Adds an item without a pointer. Says why where no place can take it. */
export function addByKeyboard(item: PaletteItem): void {
  const state = app.getState();
  const { container, reason } = choosePlace(state, item.kind);
  const rect = container === null ? undefined : absoluteRects(state.design).get(container);
  if (reason !== undefined) {
    refuse(item, container, middleOf(rect), reason);
    return;
  }
  if (!addAt(item, container, middleOf(rect))) return;
  const [added] = app.getState().selection.elements;
  if (added === undefined) return;
  const { design } = app.getState();
  const element = design.elements.get(added);
  const place = element && design.elements.get(element.tier ?? element.parent ?? '');
  app.announce(`${element?.name ?? item.title} added${place ? ` to ${place.name}` : ''}`);
  requestAnimationFrame(() => app.canvas()?.reveal([added]));
}
