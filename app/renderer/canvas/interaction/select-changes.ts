import type { EdgeChange, NodeChange } from '@xyflow/react';
import { app } from '../../store/app';

type SelectChange = Extract<NodeChange | EdgeChange, { type: 'select' }>;

const isSelectChange = (change: NodeChange | EdgeChange): change is SelectChange => change.type === 'select';

function applyTo(ids: readonly string[], changes: readonly SelectChange[]): readonly string[] {
  const next = new Set(ids);
  for (const { id, selected } of changes)
    if (selected) next.add(id);
    else next.delete(id);
  return [...next];
}

let isMarquee = false;

/** A marquee passes over what is locked; a click selects it. */
export const setMarquee = (isDrawn: boolean): void => {
  isMarquee = isDrawn;
};

const isPassedOver = ({ id, selected }: SelectChange): boolean =>
  isMarquee && selected && app.getState().design.elements.get(id)?.locked === true;

/** Takes React Flow's changes of what is selected over into the store. */
export function takeNodeSelection(changes: readonly NodeChange[]): void {
  const selects = changes.filter(isSelectChange).filter((change) => !isPassedOver(change));
  if (selects.length === 0) return;
  const { elements, connections } = app.getState().selection;
  app.select({ elements: applyTo(elements, selects), connections });
}

export function takeEdgeSelection(changes: readonly EdgeChange[]): void {
  const selects = changes.filter(isSelectChange);
  if (selects.length === 0) return;
  const { elements, connections } = app.getState().selection;
  app.select({ elements, connections: applyTo(connections, selects) });
}
