import type { Connection, Element } from '../../../shared/model/design';
import { isEmptyDiff } from '../../../shared/model/diff';
import { isDirty } from '../../../shared/model/history';
import type { MonthlyFigure } from '../../../shared/pricing/money';
import type { Finding } from '../../../shared/validation/rule';
import type { AppState } from './state';

const noFindings: readonly Finding[] = [];

export const selectElement =
  (id: string) =>
  ({ design }: AppState): Element | undefined =>
    design.elements.get(id);

export const selectConnection =
  (id: string) =>
  ({ design }: AppState): Connection | undefined =>
    design.connections.get(id);

/** Findings of an element or connection, worst first; one shared empty list where there are none. */
export const selectFindings =
  (id: string) =>
  ({ findingsOf }: AppState): readonly Finding[] =>
    findingsOf.get(id) ?? noFindings;

/** Monthly figure of an element or connection; undefined where nothing is paid for. */
export const selectCost =
  (id: string) =>
  ({ costOf }: AppState): MonthlyFigure | undefined =>
    costOf.get(id);

export const isSelected =
  (id: string) =>
  ({ selection }: AppState): boolean =>
    selection.elements.includes(id) || selection.connections.includes(id);

/** Whether closing the window would lose work. */
export const selectDirty = ({ history, gesture, document }: AppState): boolean =>
  isDirty(history) || document?.isUnsavedFromStart === true || (gesture !== null && !isEmptyDiff(gesture.diff));
