import type { RefObject } from 'react';
import { useVisibleRows } from '../../ui/use-visible-rows';
import { ROW_HEIGHT } from './outline-row';

const BEYOND = 8;

/** The lines of the outline that are on screen, and a few around them. */
export const useWindow = (list: RefObject<HTMLElement | null>, count: number) =>
  useVisibleRows(list, { count, height: ROW_HEIGHT, beyond: BEYOND });

/** Scrolls a line into view. */
export function showLine(list: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight - 8)
    list.scrollTop = top + ROW_HEIGHT - list.clientHeight + 8;
}
