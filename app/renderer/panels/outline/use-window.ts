import { type RefObject, useEffect, useState } from 'react';
import { ROW_HEIGHT } from './outline-row';

const BEYOND = 8;

/** The lines of a long list that are on screen, and a few around them. */
export function useWindow(list: RefObject<HTMLElement | null>, count: number): { first: number; last: number } {
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [list]);
  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - BEYOND);
  return { first, last: Math.min(count, Math.ceil((view.top + view.height) / ROW_HEIGHT) + BEYOND) };
}

/** Scrolls a line into view. */
export function showLine(list: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight - 8)
    list.scrollTop = top + ROW_HEIGHT - list.clientHeight + 8;
}
