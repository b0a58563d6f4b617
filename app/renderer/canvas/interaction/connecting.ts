import { type ConnectionKind, connectionKindsBetween, connectionProblem } from '../../../../shared/catalog/connections';
import { connect } from '../../../../shared/commands/connect';
import { reattachConnection } from '../../../../shared/commands/reattach-connection';
import type { Design } from '../../../../shared/model/design';
import { shorten } from '../../format';
import { app } from '../../store/app';
import { isInside, type Point, type Rect } from '../geometry/rect';
import { drawnRects } from '../projection/collapsed-view';
import { isContainerKind } from '../projection/drawing-order';
import { openConnectMenu } from './connect-menu-state';
import { type ConnectingState, gestures } from './gestures';
import { currentStage } from './stage';
import { trackPointer } from './track-pointer';

/** Elements nothing sensible can be drawn to, seen from `from`; none that leads there, where the line is reversed. */
function findUnconnectable(design: Design, from: string, isReversed: boolean): Set<string> {
  const source = design.elements.get(from);
  const unfit = new Set<string>();
  if (!source) return unfit;
  for (const { id, kind } of design.elements.values()) {
    if (id === from || isContainerKind(kind)) continue;
    const choices = isReversed ? connectionKindsBetween(kind, source.kind) : connectionKindsBetween(source.kind, kind);
    if (choices.length === 0) unfit.add(id);
  }
  return unfit;
}

/** The service, actor or note under a point of the canvas; the last drawn lies on top. */
function elementAt(design: Design, rects: ReadonlyMap<string, Rect>, point: Point, except: string): string | null {
  let found: string | null = null;
  for (const { id, kind } of design.elements.values()) {
    const rect = rects.get(id);
    if (id !== except && rect && !isContainerKind(kind) && isInside(rect, point)) found = id;
  }
  return found;
}

const reasonBetween = (design: Design, from: string, to: string): string | null => {
  const source = design.elements.get(from);
  const target = design.elements.get(to);
  return source && target ? (connectionProblem(source.kind, target.kind) ?? null) : null;
};

/** Connects two elements; where several meanings make sense, a small menu asks which. `at` is where it opens, in page pixels. */
export function connectElements(from: string, to: string, at: Point): void {
  const { design } = app.getState();
  const source = design.elements.get(from);
  const target = design.elements.get(to);
  if (!source || !target) return;
  const choices = connectionKindsBetween(source.kind, target.kind);
  if (choices.length > 1) {
    openConnectMenu({ from, to, at, choices });
    return;
  }
  addConnection(from, to, choices[0]);
}

/** Adds the connection and selects it. Without a kind the likeliest one is taken, or the refusal shown. */
export function addConnection(from: string, to: string, kind?: ConnectionKind): void {
  const { design } = app.getState();
  const name = (id: string): string => design.elements.get(id)?.name ?? id;
  const outcome = app.dispatch(`Connect ${name(from)} to ${name(to)}`, (current) =>
    connect(current, { from, to, ...(kind === undefined ? {} : { kind }), newId: app.newId }),
  );
  if (!outcome.ok) return;
  const added = [...app.getState().design.connections.keys()].filter((id) => !design.connections.has(id));
  if (added.length > 0) app.select({ connections: added });
}

/** What a drag of a loose end is to do. */
interface LooseEnd extends Pick<ConnectingState, 'isReversed' | 'replacing'> {
  /** The element at the end that holds. */
  readonly from: string;
  readonly dimmed: ReadonlySet<string>;
  /** Why the end cannot join an element; null where it can. */
  reasonFor(design: Design, target: string): string | null;
  join(target: string, at: Point): void;
}

/** Follows the pointer with the loose end of a line until it is let go over an element. */
function followLooseEnd({ from, dimmed, reasonFor, join, ...rest }: LooseEnd, event: PointerEvent): void {
  const stage = currentStage();
  if (!stage) return;
  const { design } = app.getState();
  const rects = drawnRects(design);
  const follow = (moved: PointerEvent): void => {
    const pointer = { x: moved.clientX, y: moved.clientY };
    const end = stage.toCanvas(pointer);
    const under = stage.covers(pointer) ? elementAt(design, rects, end, from) : null;
    const reason = under === null ? null : reasonFor(design, under);
    const target = reason === null ? under : null;
    gestures.setState({ connecting: { ...rest, from, end, target, dimmed, reason, pointer } });
  };
  follow(event);
  trackPointer({
    onMove: follow,
    onCancel: () => gestures.setState({ connecting: null }),
    onDrop: (dropped) => {
      follow(dropped);
      const ended = gestures.getState().connecting;
      gestures.setState({ connecting: null });
      if (ended?.target != null) join(ended.target, ended.pointer);
      else if (ended?.reason != null) app.notify({ tone: 'info', text: ended.reason });
    },
  });
}

/** Draws a line from an element to the pointer until it is let go over another. */
export function startConnecting(from: string, event: PointerEvent): void {
  const { design } = app.getState();
  const dimmed = findUnconnectable(design, from, false);
  const reasonFor = (current: Design, target: string) => reasonBetween(current, from, target);
  followLooseEnd({ from, dimmed, reasonFor, join: (target, at) => connectElements(from, target, at) }, event);
}

/** Which end of a connection. */
export type End = 'from' | 'to';

/** Takes one end of a connection to another element, as one undo step. */
export function reattach(id: string, end: End, element: string): void {
  const { design } = app.getState();
  const name = shorten(design.elements.get(element)?.name ?? element, 40);
  const label = end === 'from' ? `Start connection at ${name}` : `End connection at ${name}`;
  if (app.dispatch(label, (current) => reattachConnection(current, { id, end, element })).ok)
    app.select({ connections: [id] });
}

/** Drags one end of a connection to another element. */
export function startReattaching(id: string, end: End, event: PointerEvent): void {
  const { design } = app.getState();
  const connection = design.connections.get(id);
  if (!connection) return;
  const isReversed = end === 'from';
  const from = isReversed ? connection.to : connection.from;
  const reasonFor = (current: Design, element: string): string | null => {
    const outcome = reattachConnection(current, { id, end, element });
    return outcome.ok ? null : outcome.error.message;
  };
  const dimmed = findUnconnectable(design, from, isReversed);
  const join = (target: string): void => reattach(id, end, target);
  followLooseEnd({ from, isReversed, replacing: id, dimmed, reasonFor, join }, event);
}
