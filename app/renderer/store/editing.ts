import { fitDesign } from '../../../shared/layout/fit';
import { carryBends } from '../../../shared/model/bends';
import type { Design } from '../../../shared/model/design';
import { applyDiff, type Change, compose, type DesignDiff, emptyDiff, isEmptyDiff } from '../../../shared/model/diff';
import { record, redo, undo } from '../../../shared/model/history';
import { fail, ok, type Result } from '../../../shared/util/result';
import { nextTask } from '../next-task';
import type { Core } from './core';
import { isGeometryOnly } from './geometry-only';
import { pruneSelection } from './selection';
import { shareEqual } from './share';
import { editsRefused } from './simulating';
import type { AppState } from './state';

/** A verb of `shared/commands` with its arguments bound. */
export type Command = (design: Design) => Result<DesignDiff>;

/** Runs a command and lets the containers fit what they hold. */
export function runCommand(design: Design, command: Command): Result<{ design: Design; diff: DesignDiff }> {
  const outcome = command(design);
  if (!outcome.ok) return outcome;
  const applied = applyDiff(design, outcome.value);
  if (!applied.ok) return applied;
  const fitting = fitDesign(applied.value);
  const fitted = isEmptyDiff(fitting) ? applied : applyDiff(applied.value, fitting);
  if (!fitted.ok) return fitted;
  const diff = isEmptyDiff(fitting) ? outcome.value : compose(outcome.value, fitting);
  // Lines that were bent by hand go along with what they join.
  const carrying = carryBends(design, applied.value, fitted.value);
  if (isEmptyDiff(carrying)) return ok({ design: fitted.value, diff });
  const carried = applyDiff(fitted.value, carrying);
  return carried.ok ? ok({ design: carried.value, diff: compose(diff, carrying) }) : carried;
}

/** Focus mode ends when what it is on is gone. */
function pruneFocus(focus: readonly string[] | null, design: Design): readonly string[] | null {
  const kept = focus?.filter((id) => design.elements.has(id) || design.connections.has(id)) ?? [];
  return kept.length === 0 ? null : kept.length === focus?.length ? focus : kept;
}

/** The state with another design: analyses recomputed unless only positions and sizes differ. */
export function withDesign(core: Core, design: Design, diff: DesignDiff): Partial<AppState> {
  const state = core.get();
  return {
    design,
    preview: null,
    highlight: null,
    focus: pruneFocus(state.focus, design),
    selection: pruneSelection(state.selection, design),
    ...(isGeometryOnly(diff) ? {} : core.follow(design, state)),
  };
}

export interface Editing {
  /** Runs a command as one undo step, or as part of the gesture in progress. A failure is shown and handed back. */
  dispatch(name: string, command: Command): Result<void>;
  /** The same for what adds or takes a lot: working out, analysing and drawing each get a task of their own. */
  dispatchInSteps(name: string, command: Command): Promise<Result<void>>;
  beginGesture(name: string): void;
  /** Everything since `beginGesture` becomes one undo step. */
  commitGesture(): void;
  /** Everything since `beginGesture` is taken back; nothing enters the history. */
  cancelGesture(): void;
  undo(): void;
  redo(): void;
}

function dispatch(core: Core, name: string, command: Command): Result<void> {
  const refused = editsRefused(core);
  if (refused !== undefined) {
    core.notify({ tone: 'info', text: refused });
    return fail('not-now', refused);
  }
  return take(core, name, runCommand(core.get().design, command));
}

/** Makes what came of a command the window's design, or says why nothing came of it. */
function take(core: Core, name: string, outcome: ReturnType<typeof runCommand>): Result<void> {
  const { gesture, history } = core.get();
  if (!outcome.ok) {
    core.notify({ tone: 'error', text: outcome.error.message });
    return outcome;
  }
  const { diff, design: next } = outcome.value;
  if (isEmptyDiff(diff)) return ok(undefined);
  const step = gesture
    ? { gesture: { ...gesture, diff: compose(gesture.diff, diff) } }
    : { history: record(history, { name, diff }), announcement: name };
  core.set({ ...withDesign(core, next, diff), ...step });
  return ok(undefined);
}

/** Where the design changed between two steps, the work is done again and at once. */
async function dispatchInSteps(core: Core, name: string, command: Command): Promise<Result<void>> {
  const { design } = core.get();
  if (editsRefused(core) !== undefined) return dispatch(core, name, command);
  const outcome = runCommand(design, command);
  await nextTask();
  const isStale = core.get().design !== design || editsRefused(core) !== undefined;
  return isStale ? dispatch(core, name, command) : take(core, name, outcome);
}

const isSame = <T>({ from, to }: Change<T>): boolean => shareEqual(from, to) === from;

/** True where every record is after the diff what it was before. */
const isVain = ({ header, elements, connections }: DesignDiff): boolean =>
  (header === null || isSame(header)) &&
  [...elements.values()].every(isSame) &&
  [...connections.values()].every(isSame);

function commitGesture(core: Core): void {
  const { gesture, history } = core.get();
  if (!gesture) return;
  // Moved there and back again: the very objects of before return, so that older steps still fit.
  if (isVain(gesture.diff)) cancelGesture(core);
  else
    core.set({
      gesture: null,
      history: record(history, { name: gesture.name, diff: gesture.diff }),
      announcement: gesture.name,
    });
}

function cancelGesture(core: Core): void {
  const { gesture } = core.get();
  if (gesture) core.set({ ...withDesign(core, gesture.base, gesture.diff), gesture: null });
}

function travel(core: Core, direction: typeof undo | typeof redo, word: string): void {
  const refused = editsRefused(core);
  if (refused !== undefined) {
    core.notify({ tone: 'info', text: refused });
    return;
  }
  commitGesture(core);
  const { design, history } = core.get();
  const step = direction(history);
  if (!step) return;
  const applied = applyDiff(design, step.diff);
  if (!applied.ok) {
    core.notify({ tone: 'error', text: applied.error.message });
    return;
  }
  core.set({
    ...withDesign(core, applied.value, step.diff),
    history: step.history,
    announcement: `${word} ${step.name}`,
  });
}

export const makeEditing = (core: Core): Editing => ({
  dispatch: (name, command) => dispatch(core, name, command),
  dispatchInSteps: (name, command) => dispatchInSteps(core, name, command),
  beginGesture: (name) => {
    commitGesture(core);
    core.set({ gesture: { name, base: core.get().design, diff: emptyDiff } });
  },
  commitGesture: () => commitGesture(core),
  cancelGesture: () => cancelGesture(core),
  undo: () => travel(core, undo, 'Undone:'),
  redo: () => travel(core, redo, 'Redone:'),
});
