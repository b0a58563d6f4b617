/** Middle of the times of `work` in milliseconds, over enough runs to fill `budgetMs`, after a warm-up. */
export function measure(work: () => unknown, budgetMs = 600): number {
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
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
