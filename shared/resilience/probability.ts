/** Minutes of an average month: 365 days / 12. */
export const MINUTES_A_MONTH = 43_800;

/** All of them are needed: A1 × A2 × … × An. */
export const serial = (parts: readonly number[]): number => parts.reduce((product, part) => product * part, 1);

/** Any one of them will do: 1 − (1 − A1)(1 − A2)…(1 − An). */
export const parallel = (parts: readonly number[]): number =>
  1 - parts.reduce((product, part) => product * (1 - part), 1);

/** A way to serve: places of the items only it needs, and of those it needs together with other ways. */
export interface Branch {
  readonly own: readonly number[];
  readonly common: readonly number[];
}

/**
 * Any one branch will do, and what several of them need fails for all of these at once: Σ over states of the common items of
 * P(state) · (1 − Π(1 − branch)), where a branch without one of its common items is 0. `common` holds the places of the common
 * items; 2^common states are summed.
 */
export function anyBranch(values: readonly number[], branches: readonly Branch[], common: readonly number[]): number {
  const alone = branches.map(({ own }) => serial(own.map((item) => values[item] ?? 0)));
  let sum = 0;
  for (let state = 0; state < 1 << common.length; state += 1) {
    const down = new Set(common.filter((_, index) => ((state >> index) & 1) === 0));
    const weight = serial(common.map((item) => (down.has(item) ? 1 - (values[item] ?? 0) : (values[item] ?? 0))));
    if (weight === 0) continue;
    sum += weight * parallel(alone.map((a, index) => (branches[index]?.common.some((item) => down.has(item)) ? 0 : a)));
  }
  return sum;
}

/** At least `k` of `n` equal copies run, each with probability `a`: Σ C(n, i) aⁱ (1 − a)ⁿ⁻ⁱ for i from k to n. */
export function atLeast(k: number, n: number, a: number): number {
  if (k <= 0) return 1;
  if (k > n || a <= 0) return 0;
  if (a >= 1) return 1;
  // Summed over the shorter tail, in logarithms, since thousands of copies underflow a double.
  const failing = k > n - k + 1;
  const [terms, hit, miss] = failing ? [n - k, 1 - a, a] : [k - 1, a, 1 - a];
  let log = n * Math.log(miss);
  let sum = Math.exp(log);
  for (let i = 0; i < terms; i += 1) {
    log += Math.log((n - i) / (i + 1)) + Math.log(hit) - Math.log(miss);
    sum += Math.exp(log);
  }
  return Math.min(1, Math.max(0, failing ? sum : 1 - sum));
}

/** As `atLeast`, for copies that differ: classes of `count` copies with availability `a` each. */
export function atLeastOf(k: number, classes: readonly { readonly count: number; readonly a: number }[]): number {
  const [first] = classes;
  if (k <= 0) return 1;
  if (!first) return 0;
  if (classes.every(({ a }) => a === first.a))
    return atLeast(
      k,
      classes.reduce((sum, { count }) => sum + count, 0),
      first.a,
    );
  // running[i]: probability that exactly i copies run; the last cell gathers k and more.
  const running = new Float64Array(k + 1);
  running[0] = 1;
  for (const { count, a } of classes)
    for (let copy = 0; copy < count; copy += 1) {
      running[k] = (running[k] ?? 0) + (running[k - 1] ?? 0) * a;
      for (let i = k - 1; i > 0; i -= 1) running[i] = (running[i] ?? 0) * (1 - a) + (running[i - 1] ?? 0) * a;
      running[0] = (running[0] ?? 0) * (1 - a);
    }
  return running[k] ?? 0;
}
