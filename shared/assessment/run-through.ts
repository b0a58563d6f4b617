/** What a stepwise search comes to, without a pause. */
export function runThrough<T>(search: Generator<number, T>): T {
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}
