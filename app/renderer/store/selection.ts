import type { Design, ElementId } from '../../../shared/model/design';

/** What is selected, in the order in which it was selected. */
export interface Selection {
  readonly elements: readonly ElementId[];
  readonly connections: readonly string[];
}

export const emptySelection: Selection = { elements: [], connections: [] };

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

export const sameSelection = (a: Selection, b: Selection): boolean =>
  sameItems(a.elements, b.elements) && sameItems(a.connections, b.connections);

export const isSelectionEmpty = ({ elements, connections }: Selection): boolean =>
  elements.length === 0 && connections.length === 0;

const without = (items: readonly string[], item: string): readonly string[] => items.filter((other) => other !== item);
const has = (items: readonly string[], item: string): boolean => items.includes(item);

/** Adds the element, or takes it out where it was selected already. */
export const toggleElement = (selection: Selection, id: ElementId): Selection => ({
  ...selection,
  elements: has(selection.elements, id) ? without(selection.elements, id) : [...selection.elements, id],
});

/** Drops what the design does not hold any more; the same object where nothing is dropped. */
export const pruneSelection = (selection: Selection, design: Design): Selection => {
  const pruned = {
    elements: selection.elements.filter((id) => design.elements.has(id)),
    connections: selection.connections.filter((id) => design.connections.has(id)),
  };
  return sameSelection(pruned, selection) ? selection : pruned;
};
