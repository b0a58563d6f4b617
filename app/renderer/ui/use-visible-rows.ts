import { type RefObject, useEffect, useState } from 'react';

export interface Rows {
  readonly count: number;
  /** Pixels; all rows are of one height. */
  readonly height: number;
  /** Rows above and below the screen that are drawn too. */
  readonly beyond: number;
}

/** The rows of a long list that are on screen, and a few around them: from `first` up to, and without, `last`. */
export function useVisibleRows(
  box: RefObject<HTMLElement | null>,
  { count, height, beyond }: Rows,
): { readonly first: number; readonly last: number } {
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return {
    first: Math.max(0, Math.floor(view.top / height) - beyond),
    last: Math.min(count, Math.ceil((view.top + view.height) / height) + beyond),
  };
}
