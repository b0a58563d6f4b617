import { moveElements } from '../../../../shared/commands/move-elements';
import type { Design, Element } from '../../../../shared/model/design';
import { app } from '../../store/app';

/** Left to right and top to bottom: 1 forward, -1 back, 0 not along this axis. */
export type Direction = readonly [across: number, down: number];

/** Columns and rows of a VPC have places in an order rather than free ones. */
const AXES: Readonly<Record<string, 'x' | 'y'>> = { 'availability-zone': 'x', tier: 'y' };

/** Far enough past the neighbour for the grid to tell them apart, px. */
const PAST = 4;

/** What takes the place of `element` when it moves on by one; undefined at the end of the order. */
function neighbourOf(design: Design, element: Element, axis: 'x' | 'y', step: number): Element | undefined {
  return [...design.elements.values()]
    .filter(({ id, kind, parent }) => id !== element.id && kind === element.kind && parent === element.parent)
    .filter(({ frame }) => (frame[axis] - element.frame[axis]) * step > 0)
    .sort((a, b) => (a.frame[axis] - b.frame[axis]) * step)[0];
}

/** How a zone or tier moves past its neighbour; null where there is none, undefined for all that has no place in an order. */
export function reorderBy(
  design: Design,
  id: string,
  [across, down]: Direction,
): { dx: number; dy: number } | null | undefined {
  const element = design.elements.get(id);
  const axis = AXES[element?.kind ?? ''];
  if (!element || !axis || design.elements.get(element.parent ?? '')?.kind !== 'vpc') return undefined;
  const step = axis === 'x' ? across : down;
  const neighbour = step === 0 ? undefined : neighbourOf(design, element, axis, step);
  if (!neighbour) return null;
  const distance = neighbour.frame[axis] - element.frame[axis] + step * PAST;
  return axis === 'x' ? { dx: distance, dy: 0 } : { dx: 0, dy: distance };
}

/** Takes a zone or tier past its neighbour by an arrow key. Answers whether it is one. */
export function reorder(id: string, direction: Direction): boolean {
  const { design } = app.getState();
  const by = reorderBy(design, id, direction);
  if (by === undefined) return false;
  const name = design.elements.get(id)?.name ?? '';
  if (by === null) app.announce(`${name} has no neighbour on that side`);
  else app.dispatch(`Move ${name}`, (current) => moveElements(current, { ids: [id], by }));
  return true;
}
