import type { Design } from '../../../shared/model/design';
import { createMemory } from '../../../shared/validation/validate';
import type { Checker } from '../checking/checker';
import { analyse, analyseAhead, judge } from './analyse';
import type { Analysis, AppState } from './state';

/** Elements and connections up to which a design is checked between two frames; measured in `docs/performance.md`. */
const CHECKED_AT_ONCE = 1200;

export interface FollowingPorts {
  readonly get: () => AppState;
  readonly set: (patch: Partial<AppState>) => void;
  readonly today: () => string;
  readonly checker: Checker | undefined;
}

/**
 * Analyses the design that becomes the window's. A large one is checked elsewhere: its topology and bill are there at once, its findings follow
 * when they are known, unless the design has changed again by then.
 */
export function makeFollow({ get, set, today, checker }: FollowingPorts) {
  const memory = createMemory();
  /** Where the other thread fails, the page does the work. */
  const checkHere = (topology: Analysis['topology']): void => {
    const state = get();
    if (state.topology === topology) set({ ...analyse(state.design, state, today(), memory), isChecking: false });
  };
  const checkElsewhere = async (design: Design, { topology, estimate }: Analysis, by: Checker): Promise<void> => {
    const bill = estimate && { total: estimate.total, byElement: estimate.byElement };
    const validation = await by.check(design, { today: today(), bill });
    const state = get();
    if (validation === null || state.topology !== topology) return;
    set({ ...judge(validation, state), isChecking: false });
  };
  return (design: Design, previous: Analysis & Pick<AppState, 'books'>): Analysis & Pick<AppState, 'isChecking'> => {
    const isLarge = design.elements.size + design.connections.size > CHECKED_AT_ONCE;
    if (!checker || !isLarge) return { ...analyse(design, previous, today(), memory), isChecking: false };
    const analysis = analyseAhead(design, previous);
    checkElsewhere(design, analysis, checker).catch(() => checkHere(analysis.topology));
    return { ...analysis, isChecking: true };
  };
}
