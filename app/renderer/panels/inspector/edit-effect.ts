import type { Finding } from '../../../../shared/validation/rule';
import type { AppState } from '../../store/state';
import { compareFindings } from '../problems/compare-findings';

/** What an edit is measured against: findings and bill as they were before it began. */
export interface Baseline {
  readonly findings: readonly Finding[];
  /** Monthly total in millionths of a US dollar; null before the prices are loaded. */
  readonly micros: number | null;
}

export interface Effect {
  readonly cleared: readonly Finding[];
  readonly raised: readonly Finding[];
  /** Change of the monthly total in millionths of a US dollar; null where it is not known. */
  readonly micros: number | null;
}

type Measured = Pick<AppState, 'findings' | 'estimate' | 'gesture' | 'history'>;

const measure = ({ findings, estimate }: Measured): Baseline => ({
  findings,
  micros: estimate?.total.micros ?? null,
});

/** The baseline after the state has changed: each edit has its own, undo and redo have none. */
export function nextBaseline(baseline: Baseline | null, state: Measured, before: Measured): Baseline | null {
  if (state.gesture && (!before.gesture || state.gesture.base !== before.gesture.base)) return measure(before);
  const { past, future } = state.history;
  const { past: formerPast, future: formerFuture } = before.history;
  const step = past.at(-1);
  if (future.length > formerFuture.length || (step !== undefined && step === formerFuture[0])) return null;
  if (step === formerPast.at(-1)) return baseline;
  // The end of a gesture belongs to the edit that the gesture was.
  return before.gesture ? baseline : measure(before);
}

/** What has changed since the baseline; null where nothing worth saying has. */
export function effectSince(baseline: Baseline, state: Measured): Effect | null {
  const now = measure(state);
  const { cleared, raised } = compareFindings(baseline.findings, now.findings);
  const micros = baseline.micros === null || now.micros === null ? null : now.micros - baseline.micros;
  return cleared.length === 0 && raised.length === 0 && !micros ? null : { cleared, raised, micros };
}
