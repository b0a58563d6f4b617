import { ListTree, Pencil } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { menuItems } from '../../actions/registry';
import { isTextFocused } from '../../session/text-focus';
import { app } from '../../store/app';
import { EmptyState } from '../../ui/empty-state';
import { ContextMenu, type MenuSection } from '../../ui/menu';
import { findByTyping, stepOf } from './outline-keys';
import { OutlineLine, ROW_HEIGHT, rowDomId } from './outline-row';
import './outline.css';
import { type Outline as OutlineState, useOutline } from './use-outline';
import { useWindow } from './use-window';

/** A pause this long (ms) begins a new word. */
const TYPING_PAUSE = 700;

/** Letters typed in one go; `before` is what there is of the word so far. */
function useTyping(): { before(): string; add(letter: string): string } {
  const typed = useRef({ text: '', at: 0 });
  const before = () => (performance.now() - typed.current.at < TYPING_PAUSE ? typed.current.text : '');
  const add = (letter: string) => {
    typed.current = { text: before() + letter, at: performance.now() };
    return typed.current.text;
  };
  return { before, add };
}

function useTreeKeys(outline: OutlineState): (event: KeyboardEvent<HTMLElement>) => void {
  const typing = useTyping();
  const { rows, current, pick, setFolded, startRename } = outline;
  return (event) => {
    if (event.defaultPrevented || isTextFocused() || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(rows, current, event.key);
    if (step && 'to' in step) pick(step.to, event.shiftKey);
    else if (step && 'fold' in step) setFolded(step.fold, true);
    else if (step) setFolded(step.unfold, false);
    else if (event.key === 'F2' && current !== null) startRename(current);
    else if (event.key === 'Enter' && current !== null) {
      pick(current, false);
      app.canvas()?.focus(current);
    } else if (event.key === ' ' && typing.before() === '' && current !== null) pick(current, true);
    else if (event.key.length === 1) {
      const found = findByTyping(rows, current, typing.add(event.key));
      if (found === undefined) return;
      pick(found, false);
    } else return;
    event.preventDefault();
  };
}

const listSections = (startRename: (id: string) => void): MenuSection[] => {
  const [id] = app.getState().selection.elements;
  const rename =
    id === undefined
      ? []
      : [{ id: 'rename', label: 'Rename', icon: Pencil, shortcut: 'F2', run: () => startRename(id) }];
  return [
    { items: rename },
    { items: menuItems('edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate') },
    { items: menuItems('edit.delete') },
  ];
};

/** The design as a tree: the same elements, the same selection, for the keyboard and the screen reader. */
export const Outline = () => {
  const list = useRef<HTMLDivElement>(null);
  const outline = useOutline(list);
  const keys = useTreeKeys(outline);
  const [sections, setSections] = useState<MenuSection[]>([]);
  const { rows, current, renaming } = outline;
  const { first, last } = useWindow(list, rows.length);
  if (rows.length === 0)
    return (
      <EmptyState icon={ListTree} title="Nothing is drawn yet">
        Everything on the canvas is listed here, by where it lies.
      </EmptyState>
    );
  return (
    <ContextMenu
      sections={sections}
      onOpenChange={(open) => (open ? setSections(listSections(outline.startRename)) : undefined)}
    >
      <div
        ref={list}
        role="tree"
        tabIndex={0}
        className="outline ui-scroll"
        aria-label="Outline of the design"
        aria-multiselectable="true"
        aria-activedescendant={current === null ? undefined : rowDomId(current)}
        onKeyDown={keys}
      >
        <div className="outline__space" role="none" style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, last).map((row, offset) => (
            <OutlineLine
              key={row.element.id}
              row={row}
              index={first + offset}
              isCurrent={row.element.id === current}
              isRenaming={row.element.id === renaming}
              onFold={outline.setFolded}
              onPick={outline.pick}
              onStartRename={outline.startRename}
              onRenamed={outline.finishRename}
            />
          ))}
        </div>
      </div>
    </ContextMenu>
  );
};
