import { useEffect, useState } from 'react';
import { beginColouring, type Colouring } from './colouring';

const FIRST_SLICE = 12;
const SLICE = 6;

/** Colours of a text: at once where it is short, else after some slices of work between frames. */
export function useColouring(path: string, text: string): Colouring | null {
  const [done, setDone] = useState<{ readonly text: string; readonly colouring: Colouring } | null>(null);
  useEffect(() => {
    const job = beginColouring(path, text);
    if (!job) return;
    let timer: number | undefined;
    const go = (milliseconds: number) => {
      const colouring = job.advance(milliseconds);
      if (colouring) setDone({ text, colouring });
      else timer = window.setTimeout(() => go(SLICE), 0);
    };
    go(FIRST_SLICE);
    return () => window.clearTimeout(timer);
  }, [path, text]);
  return done?.text === text ? done.colouring : null;
}
