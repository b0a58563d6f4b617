import { Check, Copy, CopyCheck, Plus, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { compareAll, comparisonMarkdown } from '../../../../shared/assessment/compare';
import type { Comparison } from '../../../../shared/resilience/compare';
import { dayOf } from '../../../../shared/util/day';
import { shorten } from '../../format';
import { keepVariant } from '../../session/variants';
import { app, useApp } from '../../store/app';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { DropdownMenu } from '../../ui/menu';
import { copyText } from '../export/copy-text';
import { type Column, fileSource, openSources, otherSources, type Source, WORDPRESS } from './columns';
import './compare.css';

const MOST = 6;

const ComparisonTable = ({ comparison, columns, onRemove }: TableProps) => (
  <table className="compare__table">
    <thead>
      <tr>
        <th scope="col">
          <span className="ui-hidden">Factor</span>
        </th>
        {columns.map(({ key, name }) => (
          <th key={key} scope="col">
            <span className="compare__name">
              {shorten(name, 60)}
              <IconButton
                size="small"
                icon={X}
                label={`Leave out ${shorten(name, 60)}`}
                onClick={() => onRemove(key)}
              />
            </span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {comparison.factors.map(({ id, title, note, values, best }) => (
        <tr key={id}>
          <th scope="row">
            {title}
            <span className="compare__note">{note}</span>
          </th>
          {columns.map(({ key }, index) => (
            <td key={key} className="ui-numeric" data-best={best.includes(index) ? '' : undefined}>
              {best.includes(index) ? <Check size={14} aria-label="best" /> : null}
              {values[index]?.text}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

interface TableProps {
  readonly comparison: Comparison;
  readonly columns: readonly Column[];
  readonly onRemove: (key: string) => void;
}

/** What can be compared, and what is. */
function useColumns(first: 'open' | 'wordpress') {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [columns, setColumns] = useState<readonly Column[]>([]);
  const put = (added: readonly (Column | null)[]) =>
    setColumns((before) => {
      const known = new Set(before.map(({ key }) => key));
      return [...before, ...added.flatMap((column) => (column && !known.has(column.key) ? [column] : []))].slice(
        0,
        MOST,
      );
    });
  useEffect(() => {
    let isWanted = true;
    void otherSources().then(async (others) => {
      const all = [...openSources(), ...others];
      const chosen = first === 'open' ? openSources() : all.filter(({ key }) => WORDPRESS.includes(key)).reverse();
      const read = await Promise.all(chosen.map((source) => source.read()));
      if (!isWanted) return;
      setSources(all);
      setColumns(
        read.flatMap((column) => column ?? []).sort((a, b) => WORDPRESS.indexOf(a.key) - WORDPRESS.indexOf(b.key)),
      );
    });
    return () => {
      isWanted = false;
    };
  }, [first]);
  return {
    sources,
    columns,
    add: (source: Source) => void source.read().then((column) => put([column])),
    put,
    remove: (key: string) => setColumns((before) => before.filter((column) => column.key !== key)),
  };
}

const copy = (comparison: Comparison): void => {
  copyText(comparisonMarkdown(comparison), 'The comparison, a Markdown table,');
};

/** Designs side by side on what decides between them. */
export const CompareDialog = ({ first }: { readonly first: 'open' | 'wordpress' }) => {
  const books = useApp((state) => state.books);
  const hasDocument = useApp((state) => state.document !== null);
  const { sources, columns, add, put, remove } = useColumns(first);
  const comparison = useMemo(() => {
    if (!books || columns.length < 2) return null;
    const named = compareAll(
      columns.map(({ design }) => design),
      books,
      dayOf(new Date()),
    );
    return { ...named, names: columns.map(({ name }) => name) };
  }, [books, columns]);
  const shown = new Set(columns.map(({ key }) => key));
  const left = [...sources.filter(({ key }) => !shown.has(key)), fileSource];
  return (
    <Dialog
      open
      wide
      tall
      onClose={app.closeDialog}
      title="Compare designs"
      description="Side by side on what decides between them. All figures are estimates; which factor weighs most is up to you."
      footer={
        <>
          <span className="ui-dialog__foot-lead">
            {hasDocument ? (
              <Button
                icon={CopyCheck}
                onClick={() => {
                  const { id: key, name, design } = keepVariant();
                  put([{ key, name, design }]);
                }}
              >
                Duplicate as variant
              </Button>
            ) : null}
          </span>
          <Button icon={Copy} disabled={!comparison} onClick={() => comparison && copy(comparison)}>
            Copy as Markdown
          </Button>
          <Button variant="primary" onClick={app.closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <div className="compare">
        <div className="compare__add">
          <DropdownMenu
            trigger={
              <Button size="small" icon={Plus} disabled={columns.length >= MOST}>
                Add a design
              </Button>
            }
            sections={[
              {
                items: left.map((source) => ({
                  id: source.key,
                  label: shorten(source.name, 60),
                  run: () => add(source),
                })),
              },
            ]}
          />
          {columns.length >= MOST ? <span className="compare__note">At most {MOST} side by side.</span> : null}
        </div>
        {comparison ? (
          <ComparisonTable comparison={comparison} columns={columns} onRemove={remove} />
        ) : (
          <EmptyState title={books ? 'There is nothing to compare with yet' : 'Prices are loading'}>
            {columns[0]
              ? `“${shorten(columns[0].name, 60)}” stands alone. Add an example, a file, or a variant of it.`
              : 'Add two designs or more: examples, files, or the open design and its variants.'}
          </EmptyState>
        )}
      </div>
    </Dialog>
  );
};
