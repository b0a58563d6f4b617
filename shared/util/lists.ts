/** What `read` says of each item, where it says something; without the lists that mapping and filtering would make. */
export function mapDefined<T, R>(items: readonly T[], read: (item: T) => R | undefined): R[] {
  const found: R[] = [];
  // An iterator would make an object for each item wherever this is not compiled into its caller.
  items.forEach((item) => {
    const result = read(item);
    if (result !== undefined) found.push(result);
  });
  return found;
}

/** Whether two lists hold the very same in the same order. */
export const holdsSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** `mapDefined` for the values of a map. */
export function mapDefinedValues<T, R>(items: ReadonlyMap<unknown, T>, read: (item: T) => R | undefined): R[] {
  const found: R[] = [];
  items.forEach((item) => {
    const result = read(item);
    if (result !== undefined) found.push(result);
  });
  return found;
}
