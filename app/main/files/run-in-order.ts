/** Runs tasks of the same key one after another, in the order they came; those of different keys at the same time. */
export type RunInOrder = <T>(key: string, task: () => Promise<T>) => Promise<T>;

export const createOrder = (): RunInOrder => {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
};
