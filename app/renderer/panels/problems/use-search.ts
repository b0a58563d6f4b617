import { useCallback, useEffect, useRef, useState } from 'react';

/** A search that takes a while. */
export interface Search<T> {
  /** Designs tried so far; null where nothing is being looked for. */
  readonly tried: number | null;
  readonly result: T | null;
  start(search: Generator<number, T>): void;
  stop(): void;
}

/** Runs a search in slices between which the page can do other things. Stops when the component goes. */
export function useSearch<T>(): Search<T> {
  const [tried, setTried] = useState<number | null>(null);
  const [result, setResult] = useState<T | null>(null);
  const handle = useRef<number | null>(null);
  const stop = useCallback(() => {
    if (handle.current !== null) cancelIdleCallback(handle.current);
    handle.current = null;
    setTried(null);
  }, []);
  useEffect(() => stop, [stop]);
  const start = useCallback(
    (search: Generator<number, T>) => {
      stop();
      setResult(null);
      setTried(0);
      const go = (deadline: IdleDeadline) => {
        let step = search.next();
        while (!step.done && deadline.timeRemaining() > 4) step = search.next();
        if (step.done) {
          handle.current = null;
          setTried(null);
          setResult(step.value);
          return;
        }
        setTried(step.value);
        handle.current = requestIdleCallback(go, { timeout: 200 });
      };
      handle.current = requestIdleCallback(go, { timeout: 200 });
    },
    [stop],
  );
  return { tried, result, start, stop };
}
