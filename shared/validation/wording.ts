/** Names that are told before the rest is counted. */
const MOST = 3;

/** As many as are told of so many: all, or one less than the most, so that the last says how many there are besides. */
const shownOf = <T>(items: readonly T[], most: number): readonly T[] =>
  items.length > most ? items.slice(0, most - 1) : items;

function join(shown: readonly string[], rest: number): string {
  const last = rest > 0 ? `${rest} more` : (shown.at(-1) ?? '');
  const first = rest > 0 ? shown : shown.slice(0, -1);
  return first.length === 0 ? last : `${first.join(', ')} and ${last}`;
}

/** "A", "A and B", "A, B and C", "A, B and 4 more". */
export function listNames(names: readonly string[], most = MOST): string {
  const shown = shownOf(names, most);
  return join(shown, names.length - shown.length);
}

export function namesOf(items: readonly { readonly name: string }[]): string {
  const shown = shownOf(items, MOST);
  return join(
    shown.map(({ name }) => name),
    items.length - shown.length,
  );
}

/** The verb that agrees with so many: `agree(callers.length, 'reaches', 'reach')`. */
export const agree = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** "1 copy", "3 copies". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
