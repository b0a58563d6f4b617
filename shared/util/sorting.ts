/** Code-unit order: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders numbers ascending, then by text, for stable lists. */
export const compareBy =
  <T>(...keys: readonly ((item: T) => number | string)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const left = key(a);
      const right = key(b);
      if (left === right) continue;
      return left < right ? -1 : 1;
    }
    return 0;
  };
