const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Objects of a class that can be told as plain data are compared by that. */
const tells = (value: unknown): value is { toJSON(): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';

const shareArray = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => {
  const shared = after.map((item, index) => (index < before.length ? shareEqual(before[index], item) : item));
  return shared.length === before.length && shared.every((item, index) => item === before[index]) ? before : shared;
};

const isSameObject = (before: Record<string, unknown>, after: Record<string, unknown>): boolean => {
  const keys = Object.keys(after);
  return (
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.hasOwn(before, key) && shareEqual(before[key], after[key]) === before[key])
  );
};

/**
 * `before` where it holds the same values as `after`, else `after`. Components compare by identity, so whatever did not
 * change must stay the same object. Functions are taken to follow from the values beside them; instances of classes
 * that cannot be told as plain data are compared by identity.
 */
export function shareEqual<T>(before: unknown, after: T): T;
export function shareEqual(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return after;
  if (typeof before === 'function' && typeof after === 'function') return before;
  if (Array.isArray(before) && Array.isArray(after)) return shareArray(before, after);
  if (isPlain(before) && isPlain(after) && isSameObject(before, after)) return before;
  if (tells(before) && tells(after)) {
    const told = before.toJSON();
    return shareEqual(told, after.toJSON()) === told ? before : after;
  }
  return after;
}

/** Shares values key by key; the former map itself where no entry differs. */
export const shareMap = <V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): ReadonlyMap<string, V> => {
  let isSame = before.size === after.size;
  const shared = new Map<string, V>();
  for (const [key, value] of after) {
    const kept = shareEqual(before.get(key), value);
    shared.set(key, kept);
    if (kept !== before.get(key) || !before.has(key)) isSame = false;
  }
  return isSame ? before : shared;
};
