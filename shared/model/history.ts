import { compose, type DesignDiff, invert, isEmptyDiff } from './diff';

/** One step the user can take back, named as the menu shows it ("Add database tier"). */
export interface HistoryStep {
  readonly name: string;
  readonly diff: DesignDiff;
}

/** Undo and redo stacks. Immutable: every function returns a new history. */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** Identity of the state last saved: the length of `past` then, or null when it cannot be reached any more. */
  readonly savedAt: number | null;
}

const LIMIT = 1000;

export const emptyHistory: History = { past: [], future: [], savedAt: 0 };

/** Records a step; redo is gone. An empty diff records nothing. */
export function record(history: History, step: HistoryStep): History {
  if (isEmptyDiff(step.diff)) return history;
  const reachable = history.savedAt !== null && history.savedAt <= history.past.length ? history.savedAt : null;
  const past = [...history.past, step];
  const dropped = Math.max(0, past.length - LIMIT);
  const savedAt = reachable === null || reachable < dropped ? null : reachable - dropped;
  return { past: dropped ? past.slice(dropped) : past, future: [], savedAt };
}

/** All steps since `mark` (a former `past.length`) become one step of that name. */
export function squashSince(history: History, mark: number, name: string): History {
  if (history.past.length <= mark) return history;
  const diff = history.past
    .slice(mark)
    .reduce<DesignDiff | null>((sum, step) => (sum ? compose(sum, step.diff) : step.diff), null);
  const base: History = { ...history, past: history.past.slice(0, mark) };
  return diff ? record(base, { name, diff }) : base;
}

/** The diff that undoes the last step, and the history after it; null when there is nothing to undo. */
export function undo(
  history: History,
): { readonly history: History; readonly diff: DesignDiff; readonly name: string } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  const next = { ...history, past: history.past.slice(0, -1), future: [step, ...history.future] };
  return { history: next, diff: invert(step.diff), name: step.name };
}

/** The diff that redoes the step undone last, and the history after it. */
export function redo(
  history: History,
): { readonly history: History; readonly diff: DesignDiff; readonly name: string } | null {
  const [step, ...future] = history.future;
  if (!step) return null;
  return { history: { ...history, past: [...history.past, step], future }, diff: step.diff, name: step.name };
}

export const markSaved = (history: History): History => ({ ...history, savedAt: history.past.length });
export const isDirty = (history: History): boolean => history.savedAt !== history.past.length;
