/** Calls back once what waits in front has had its turn: input and, where one is due, a frame. Answers how to call it off. */
export function later(work: () => void): () => void {
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}

/** Lets the page breathe between two pieces of long work. */
export const nextTask = (): Promise<void> => new Promise((done) => later(done));
