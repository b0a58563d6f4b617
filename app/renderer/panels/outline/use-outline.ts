import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { renameElement } from '../../../../shared/commands/rename-element';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { toggleElement } from '../../store/selection';
import { holdersOf, listRows, type OutlineRow, outlineOf } from './outline-tree';
import { showLine } from './use-window';

export interface Outline {
  readonly rows: readonly OutlineRow[];
  /** The line the keys act on. */
  readonly current: string | null;
  readonly renaming: string | null;
  /** Makes a line current and selects it alone, or adds it to the selection. */
  pick(id: string, isAdding: boolean): void;
  setFolded(id: string, isFolded: boolean): void;
  startRename(id: string): void;
  finishRename(id: string, next: string | null): void;
}

function useRows() {
  const elements = useApp(({ design }) => design.elements);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const tree = useMemo(() => outlineOf({ elements }), [elements]);
  const rows = useMemo(() => listRows(tree, folded), [tree, folded]);
  return { tree, rows, folded, setFolded };
}

/** The outline's state: what is unfolded, and a current line that follows the selection wherever it is made. */
export function useOutline(list: RefObject<HTMLElement | null>): Outline {
  const { tree, rows, setFolded } = useRows();
  const [asked, setCurrent] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const chosen = useApp(({ selection }) => selection.elements.at(-1) ?? null);
  const found = rows.findIndex(({ element }) => element.id === asked);
  // What was deleted leaves the keys where it stood.
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  lastIndex.current = Math.max(0, index);
  const current = rows[index]?.element.id ?? null;

  useEffect(() => {
    if (chosen === null) return;
    setCurrent(chosen);
    const holders = holdersOf(tree, chosen);
    setFolded((folded) =>
      holders.some((id) => folded.has(id)) ? new Set([...folded].filter((id) => !holders.includes(id))) : folded,
    );
  }, [chosen, tree, setFolded]);

  useEffect(() => {
    if (list.current && found >= 0) showLine(list.current, found);
  }, [list, found]);

  const fold = (id: string, isFolded: boolean): void =>
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded) next.add(id);
      else next.delete(id);
      return next;
    });

  return {
    rows,
    current,
    renaming,
    setFolded: fold,
    startRename: setRenaming,
    pick: (id, isAdding) => {
      setCurrent(id);
      if (isAdding) app.select(toggleElement(app.getState().selection, id));
      else app.select({ elements: [id] });
      app.canvas()?.reveal([id]);
    },
    finishRename: (id, next) => {
      setRenaming(null);
      const name = app.getState().design.elements.get(id)?.name;
      if (next !== null && next !== '' && next !== name)
        app.dispatch(`Rename to ${shorten(next, 60)}`, (design) => renameElement(design, { id, name: next }));
      list.current?.focus({ preventScroll: true });
    },
  };
}
