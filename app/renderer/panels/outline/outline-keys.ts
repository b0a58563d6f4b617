import { foldText } from '../../fold-text';
import type { OutlineRow } from './outline-tree';

/** What a key does in the tree: another line becomes current, or a line folds or unfolds. */
export type OutlineStep = { readonly to: string } | { readonly fold: string } | { readonly unfold: string };

const PAGE = 12;

const clamp = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));

const JUMPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** What an arrow key, Home, End or a page key does at the current line; undefined where it does nothing. */
export function stepOf(rows: readonly OutlineRow[], current: string | null, key: string): OutlineStep | undefined {
  const index = rows.findIndex(({ element }) => element.id === current);
  const row = rows[index];
  if (key === 'ArrowRight' && row?.isExpandable && !row.isExpanded) return { unfold: row.element.id };
  if (key === 'ArrowLeft' && row?.isExpanded) return { fold: row.element.id };
  if (key === 'ArrowLeft') return row?.parent == null ? undefined : { to: row.parent };
  const jump = key === 'ArrowRight' ? (row?.isExpanded ? JUMPS.ArrowDown : undefined) : JUMPS[key];
  if (!jump || rows.length === 0) return undefined;
  const next = rows[row ? clamp(jump(index, rows.length), rows.length) : 0];
  return next && next.element.id !== current ? { to: next.element.id } : undefined;
}

/**
 * The line whose name begins with what was typed: the current one as long as it fits, else the next below, from the top again at the end.
 * One letter, once or repeated, walks on through the names that begin with it.
 */
export function findByTyping(rows: readonly OutlineRow[], current: string | null, typed: string): string | undefined {
  const letters = [...foldText(typed)];
  const isRepeated = letters.every((letter) => letter === letters[0]);
  const wanted = isRepeated ? (letters[0] ?? '') : letters.join('');
  if (wanted === '') return undefined;
  const index = rows.findIndex(({ element }) => element.id === current);
  const start = isRepeated ? index + 1 : Math.max(0, index);
  const inOrder = [...rows.slice(start), ...rows.slice(0, start)];
  return inOrder.find(({ element }) => foldText(element.name).startsWith(wanted))?.element.id;
}
