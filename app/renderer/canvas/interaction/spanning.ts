import { setZones } from '../../../../shared/commands/set-zones';
import type { Design, Element } from '../../../../shared/model/design';
import { shorten } from '../../format';
import { app } from '../../store/app';
import { absoluteRects, type Rect } from '../geometry/rect';
import { gestures } from './gestures';
import { currentStage } from './stage';
import { trackPointer } from './track-pointer';

export type Edge = 'left' | 'right';

/** The Availability Zones beside which a spanning service lies, from left to right. */
export function columnsBeside(design: Design, service: Element): readonly Element[] {
  return [...design.elements.values()]
    .filter(({ kind, parent }) => kind === 'availability-zone' && parent === service.parent && parent !== null)
    .sort((a, b) => a.frame.x - b.frame.x);
}

/** Columns by their number that the service covers. */
function coveredColumns(design: Design, service: Element, columns: readonly Element[]): readonly number[] {
  const zones = new Set(service.subnets.map((id) => design.elements.get(id)?.parent));
  return columns.flatMap(({ id }, index) => (zones.has(id) ? [index] : []));
}

/** What is covered with one edge taken to a column; columns left out in between stay so. */
export function coverTo(covered: readonly number[], edge: Edge, column: number): readonly number[] {
  const first = covered[0] ?? column;
  const last = covered.at(-1) ?? column;
  const next = new Set(covered.length === 0 ? [column] : covered);
  if (edge === 'right') {
    const end = Math.max(first, column);
    for (let index = last + 1; index <= end; index += 1) next.add(index);
    return [...next].filter((index) => index <= end).sort((a, b) => a - b);
  }
  const start = Math.min(last, column);
  for (let index = start; index < first; index += 1) next.add(index);
  return [...next].filter((index) => index >= start).sort((a, b) => a - b);
}

/** The column at a place across the canvas; beyond the ends the outermost one. */
function columnAt(rects: readonly Rect[], x: number): number {
  const index = rects.findIndex((rect, at) => {
    const next = rects[at + 1];
    return next === undefined || x < (rect.x + rect.width + next.x) / 2;
  });
  return Math.max(0, index);
}

const listNames = (elements: readonly Element[]): string =>
  elements
    .map(({ name }) => shorten(name, 40))
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');

function nameStep(service: Element, before: readonly Element[], after: readonly Element[]): string {
  const added = after.filter((zone) => !before.includes(zone));
  const name = shorten(service.name, 40);
  if (added.length > 0) return `Extend ${name} to ${listNames(added)}`;
  return `Withdraw ${name} from ${listNames(before.filter((zone) => !after.includes(zone)))}`;
}

/** Drags an edge of a spanning service over the Availability Zones it is to lie in. Escape puts it back. */
export function startSpanning(id: string, edge: Edge, pressed: PointerEvent): void {
  const stage = currentStage();
  const { design } = app.getState();
  const service = design.elements.get(id);
  if (!stage || !service) return;
  const columns = columnsBeside(design, service);
  const rects = absoluteRects(design);
  const columnRects = columns.flatMap((column) => rects.get(column.id) ?? []);
  const covered = coveredColumns(design, service, columns);
  const zonesOf = (indices: readonly number[]) => indices.flatMap((index) => columns[index] ?? []);
  const before = zonesOf(covered);
  let shown = '';
  const restart = (zones: readonly Element[]): void => {
    app.cancelGesture();
    const name = nameStep(service, before, zones);
    const isSame = zones.length === before.length && zones.every((zone) => before.includes(zone));
    if (isSame) return;
    app.beginGesture(name);
    app.dispatch(name, (current) => setZones(current, { id, zones: zones.map((zone) => zone.id) }));
  };
  const follow = (pointer: { readonly x: number; readonly y: number }): void => {
    const wanted = zonesOf(coverTo(covered, edge, columnAt(columnRects, stage.toCanvas(pointer).x)));
    const outcome = setZones(design, { id, zones: wanted.map((zone) => zone.id) });
    const key = outcome.ok ? wanted.map((zone) => zone.id).join(' ') : '';
    if (key !== shown) restart(outcome.ok ? wanted : before);
    shown = key;
    gestures.setState({
      drop: {
        targets: new Set(wanted.map((zone) => zone.id)),
        dimmed: new Set(),
        reason: outcome.ok ? null : outcome.error.message,
        note: `In ${listNames(wanted)}`,
        ghost: null,
        pointer,
      },
    });
  };
  const finish = (): void => gestures.setState({ drop: null });
  follow({ x: pressed.clientX, y: pressed.clientY });
  trackPointer({
    onMove: (event) => follow({ x: event.clientX, y: event.clientY }),
    onDrop: () => {
      const reason = gestures.getState().drop?.reason ?? null;
      finish();
      app.commitGesture();
      if (reason !== null) app.notify({ tone: 'info', text: reason });
    },
    onCancel: () => {
      finish();
      app.cancelGesture();
    },
  });
}
