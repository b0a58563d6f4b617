/** The median; 0 where there is nothing. */
export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  /** The time a tenth of the runs stay under: what the work takes while nothing else wants the machine. */
  readonly best: number;
}

/** Times `work` over enough runs to fill `budgetMs`, after a warm-up. */
export function timeRuns(work: () => unknown, budgetMs = 600): Timing {
  const warmUpEnd = performance.now() + budgetMs / 3;
  let runs = 0;
  while (performance.now() < warmUpEnd || runs < 3) {
    work();
    runs += 1;
  }
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  while (performance.now() < end || times.length < 5) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, best: sorted[Math.floor(sorted.length / 10)] ?? 0 };
}

/** Middle of the times of `work` in milliseconds. */
export const measure = (work: () => unknown, budgetMs = 600): number => timeRuns(work, budgetMs).median;
