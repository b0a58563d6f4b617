/** What `read` says of each item, where it says something; without the lists that mapping and filtering would make. */
export function mapDefined<T, R>(items: Iterable<T>, read: (item: T) => R | undefined): R[] {
  const found: R[] = [];
  for (const item of items) {
    const result = read(item);
    if (result !== undefined) found.push(result);
  }
  return found;
}
