import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { app, useApp } from '../../store/app';
import { IconButton } from '../../ui/button';
import './find.css';
import { findElements, stepThrough } from './find-elements';

const none: ReadonlySet<string> = new Set();

const lightUp = (matches: readonly string[]): void =>
  app.highlight(matches.length === 0 ? null : { cut: none, path: new Set(matches) });

const countText = (query: string, current: number | null, count: number): string => {
  if (query.trim() === '') return '';
  if (count === 0) return 'Nothing found';
  return current === null ? `${count} found` : `${Math.min(current, count - 1) + 1} of ${count}`;
};

function useMatches(query: string): readonly string[] {
  const design = useApp((state) => state.design);
  const findingsOf = useApp((state) => state.findingsOf);
  const wanted = useDeferredValue(query);
  const matches = useMemo(() => findElements(wanted, { design, findingsOf }), [wanted, design, findingsOf]);
  useEffect(() => {
    lightUp(matches);
    return () => app.highlight(null);
  }, [matches]);
  return matches;
}

const close = (matches: readonly string[], current: number | null): void => {
  app.setView({ findOpen: false });
  const id = current === null ? undefined : matches[current];
  requestAnimationFrame(() => app.canvas()?.focus(id));
};

const Bar = () => {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<number | null>(null);
  const matches = useMatches(query);
  useEffect(() => () => app.setView({ findOpen: false }), []);
  const walk = (step: 1 | -1): void => {
    const next = stepThrough(current, step, matches.length);
    const id = next === null ? undefined : matches[next];
    setCurrent(next);
    if (id === undefined) return;
    app.select({ elements: [id] });
    lightUp(matches);
    app.canvas()?.reveal([id]);
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') close(matches, current);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) walk(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="ui-floating find" aria-label="Find on the canvas" onKeyDown={press}>
      <Search size={14} aria-hidden="true" />
      <input
        className="find__input"
        aria-label="Find"
        placeholder="Name, kind, setting, tag or finding"
        data-find-input=""
        spellCheck={false}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: finding was asked for, so typing goes here
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setCurrent(null);
        }}
      />
      <span className="find__count ui-numeric" role="status">
        {countText(query, current, matches.length)}
      </span>
      <IconButton
        size="small"
        icon={ChevronUp}
        label="Previous match"
        shortcut="Shift+Enter"
        onClick={() => walk(-1)}
      />
      <IconButton size="small" icon={ChevronDown} label="Next match" shortcut="Enter" onClick={() => walk(1)} />
      <IconButton size="small" icon={X} label="Close find" shortcut="Esc" onClick={() => close(matches, current)} />
    </search>
  );
};

/** Finds elements by name, kind, setting or finding, and walks through them. */
export const FindBar = () => (useApp(({ view }) => view.findOpen) ? <Bar /> : null);
