/** "A", "A and B", "A, B and C", "A, B and 4 more". */
export function listNames(names: readonly string[], most = 3): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} more` : (shown.at(-1) ?? '');
  const first = rest > 0 ? shown : shown.slice(0, -1);
  return first.length === 0 ? last : `${first.join(', ')} and ${last}`;
}

export const namesOf = (items: readonly { readonly name: string }[]): string =>
  listNames(items.map(({ name }) => name));

/** The verb that agrees with so many: `agree(callers.length, 'reaches', 'reach')`. */
export const agree = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** "1 copy", "3 copies". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
