import { Search, SearchX } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { listEntries, type PaletteEntry } from './entries';
import { PaletteItem } from './palette-item';
import { searchEntries } from './search';
import './palette.css';

const entries = listEntries();

const categories = [...new Set(entries.map(({ category }) => category))];

const byCategory = (shown: readonly PaletteEntry[]): readonly (readonly [string, readonly PaletteEntry[]])[] =>
  categories.map((name) => [name, shown.filter(({ category }) => category === name)]);

/** Arrow keys walk through the items, so that Tab leaves the list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.palette-item')];
  const current = items.findIndex((item) => item.matches(':focus'));
  const next = items[current + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Everything that can be drawn, searchable. */
export const Palette = () => {
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const isEmpty = useApp(({ design }) => design.elements.size === 0);
  const shown = useMemo(() => searchEntries(entries, query), [query]);
  const isSearching = query.trim() !== '';
  const groups = isSearching ? ([['Results', shown]] as const) : byCategory(shown);
  const clear = (): void => {
    setQuery('');
    search.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys come from the buttons inside
    <div className="palette" onKeyDown={walk}>
      <div className="palette__search">
        <span className="ui-input">
          <span className="ui-input__icon">
            <Search size={14} aria-hidden="true" />
          </span>
          <input
            ref={search}
            className="ui-input__control"
            type="search"
            aria-label="Search services"
            placeholder="Search services"
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query === '') return;
              event.preventDefault();
              event.stopPropagation();
              setQuery('');
            }}
          />
        </span>
      </div>
      <div className="palette__list ui-scroll">
        {shown.length === 0 ? (
          <EmptyState
            icon={SearchX}
            title={`Nothing is called “${query.trim()}”`}
            actions={<Button onClick={clear}>Clear the search</Button>}
          >
            Try the name of a service, such as RDS, or what it does, such as queue.
          </EmptyState>
        ) : (
          groups.map(([category, items]) => (
            <fieldset key={category} className="palette__group" aria-label={category}>
              <h3 className="palette__heading">{category}</h3>
              {items.map((entry) => (
                <PaletteItem key={entry.key} entry={entry} glows={isEmpty && !isSearching && entry.kind === 'region'} />
              ))}
            </fieldset>
          ))
        )}
      </div>
    </div>
  );
};
