import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DesignFile } from '../../../../exporters/export-design';
import { app } from '../../store/app';
import { useVisibleRows } from '../../ui/use-visible-rows';
import type { Colouring } from './colouring';
import { firstLineOf, indexLines, type LineIndex, type LineOwners, ownersByLine } from './line-index';
import { useColouring } from './use-colouring';
import { spansOf } from './use-export';
import { useLit } from './use-lit';

const LINE = 18;
const BEYOND = 12;
const PADDING = 4;

const showLine = (box: HTMLElement, line: number, place: 'near' | 'top'): void => {
  const top = line * LINE + PADDING;
  if (top >= box.scrollTop && top + LINE <= box.scrollTop + box.clientHeight - LINE) return;
  if (place === 'top') box.scrollTop = Math.max(0, top - 2 * LINE);
  else box.scrollTop = top < box.scrollTop ? top - PADDING : top + 2 * LINE - box.clientHeight;
};

interface LineProps {
  readonly id: string;
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly colouring: Colouring | null;
  readonly isLit: boolean;
  readonly isNear: boolean;
  readonly isCurrent: boolean;
  readonly count: number;
}

const Line = ({ id, index, text, start, colouring, isLit, isNear, isCurrent, count }: LineProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the current line
  <div
    id={id}
    role="option"
    aria-selected={isLit}
    aria-label={text.trim() === '' ? 'blank' : undefined}
    aria-posinset={index + 1}
    aria-setsize={count}
    className="code__line"
    data-line={index}
    data-near={isNear ? '' : undefined}
    data-current={isCurrent ? '' : undefined}
    style={{ top: index * LINE + PADDING }}
  >
    <span className="code__number" aria-hidden="true">
      {index + 1}
    </span>
    <span className="code__text ui-selectable">
      {colouring
        ? colouring(start, start + text.length).map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line have no other name
            <span key={at} className={piece.className}>
              {piece.text}
            </span>
          ))
        : text}
    </span>
  </div>
);

/** Selects what a line comes from; a line of two ends selects both. */
function pick(owners: readonly string[]): void {
  const { design } = app.getState();
  const elements = owners.filter((id) => design.elements.has(id));
  const connections = owners.filter((id) => design.connections.has(id));
  if (elements.length + connections.length === 0) return;
  app.select({ elements, connections });
  app.canvas()?.reveal([...elements, ...connections]);
}

const lineAt = (event: { readonly target: EventTarget }): number | undefined => {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
  return line ? Number(line.dataset.line) : undefined;
};

const STEPS: Readonly<Record<string, (count: number) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: () => 20,
  PageUp: () => -20,
  Home: (count) => -count,
  End: (count) => count,
};

/** A line that the keyboard moves, and Enter on it. */
function useLineKeys(box: RefObject<HTMLElement | null>, count: number, owners: LineOwners) {
  const [current, setCurrent] = useState(0);
  const line = Math.min(current, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key]?.(count);
    if (step !== undefined && box.current) {
      const next = Math.min(count - 1, Math.max(0, line + step));
      setCurrent(next);
      showLine(box.current, next, 'near');
    } else if (event.key === 'Enter') pick(owners.get(line) ?? []);
    else return;
    event.preventDefault();
  };
  return { line, setCurrent, onKeyDown };
}

/** Brings the selected element's first line into view, unless the selection was made here. */
function useFollowSelection(
  box: RefObject<HTMLElement | null>,
  file: DesignFile,
  selected: ReadonlySet<string>,
  isOwn: RefObject<boolean>,
): void {
  const path = file.path;
  const latest = useRef(file);
  latest.current = file;
  useEffect(() => {
    const line = firstLineOf(spansOf(latest.current), selected);
    const shown = latest.current.path === path;
    if (!isOwn.current && shown && line !== undefined && box.current) showLine(box.current, line, 'top');
    isOwn.current = false;
  }, [selected, path, box, isOwn]);
}

/** A file with colours; lines and elements light up together. Only the lines on screen are in the page. */
export const CodeLines = ({ file, label }: { file: DesignFile; label: string }) => {
  const box = useRef<HTMLDivElement>(null);
  const isOwn = useRef(false);
  const domId = useId();
  const { text } = file;
  const { starts, longest }: LineIndex = useMemo(() => indexLines(text), [text]);
  const owners = useMemo(() => ownersByLine(spansOf(file)), [file]);
  const colouring = useColouring(file.path, text);
  const { selected, hovered } = useLit();
  const { first, last } = useVisibleRows(box, { count: starts.length, height: LINE, beyond: BEYOND });
  const { line: current, setCurrent, onKeyDown } = useLineKeys(box, starts.length, owners);
  useFollowSelection(box, file, selected, isOwn);
  const digits = String(starts.length).length;
  const act = (run: () => void) => {
    const before = app.getState().selection;
    run();
    isOwn.current = app.getState().selection !== before;
  };
  return (
    <div
      ref={box}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={current >= first && current < last ? `${domId}-${current}` : undefined}
      className="code ui-scroll"
      data-digits={Math.min(6, digits)}
      onKeyDown={(event) => act(() => onKeyDown(event))}
      onClick={(event) => {
        const line = lineAt(event);
        if (line === undefined || window.getSelection()?.isCollapsed === false) return;
        setCurrent(line);
        act(() => pick(owners.get(line) ?? []));
      }}
      onPointerOver={(event) => app.hover(owners.get(lineAt(event) ?? -1)?.[0] ?? null)}
      onPointerLeave={() => app.hover(null)}
    >
      <div
        className="code__space"
        role="none"
        style={{ height: starts.length * LINE + 2 * PADDING, width: `${longest + digits + 6}ch` }}
      >
        {starts.slice(first, last).map((start, offset) => {
          const index = first + offset;
          const end = (starts[index + 1] ?? text.length + 1) - 1;
          const ids = owners.get(index) ?? [];
          return (
            <Line
              key={index}
              id={`${domId}-${index}`}
              index={index}
              start={start}
              text={text.slice(start, end)}
              colouring={colouring}
              isLit={ids.some((id) => selected.has(id))}
              isNear={hovered !== null && ids.includes(hovered)}
              isCurrent={index === current}
              count={starts.length}
            />
          );
        })}
      </div>
    </div>
  );
};
