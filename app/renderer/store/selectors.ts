import type { Connection, Element } from '../../../shared/model/design';
import { isEmptyDiff } from '../../../shared/model/diff';
import { isDirty } from '../../../shared/model/history';
import type { MonthlyFigure } from '../../../shared/pricing/money';
import type { AppState, KeyedFinding } from './state';

const noFindings: readonly KeyedFinding[] = [];

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
  ({ findingsOf }: AppState): readonly KeyedFinding[] =>
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

/** Failures by severity, and open questions. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly unknown: number;
}

export const countFindings = (findings: readonly KeyedFinding[]): FindingCounts => {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { status, severity } of findings) counts[status === 'unknown' ? 'unknown' : severity] += 1;
  return counts;
};
