import { ChevronRight, Wallet } from 'lucide-react';
import { useState } from 'react';
import type { LineItem } from '../../../../shared/pricing/line-item';
import { formatUsd } from '../../../../shared/pricing/money';
import { KindIcon } from '../../canvas/icons';
import { formatDay, formatFigure, plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { EmptyState } from '../../ui/empty-state';
import { type CostEntry, groupLines } from './group-lines';
import './cost.css';

const amount = (line: LineItem): string => {
  if (line.monthlyMicros === null) return '–';
  return line.status === 'free' ? 'free' : formatUsd(line.monthlyMicros);
};

const Line = ({ line }: { line: LineItem }) => (
  <tr className="cost__line">
    <th scope="row">{line.description}</th>
    <td className="ui-numeric ui-selectable">
      {line.formula}
      {line.reason === '' ? null : <span className="cost__reason">{line.reason}</span>}
    </td>
    <td title={line.source?.path ?? ''}>
      {line.source ? `${shorten(line.source.name, 40)} · ${formatDay(line.date)}` : ''}
    </td>
    <td className="cost__amount ui-numeric">{amount(line)}</td>
  </tr>
);

const select = (entry: CostEntry) => {
  if (entry.id === null) return;
  app.select(entry.kind === null ? { connections: [entry.id] } : { elements: [entry.id] });
  app.canvas()?.reveal([entry.id]);
};

const Entry = ({ entry }: { entry: CostEntry }) => {
  const [isOpen, setOpen] = useState(false);
  const isSelected = useApp(
    ({ selection }) =>
      entry.id !== null && (selection.elements.includes(entry.id) || selection.connections.includes(entry.id)),
  );
  return (
    <tbody data-selected={isSelected ? '' : undefined}>
      <tr className="cost__entry" onPointerEnter={() => app.hover(entry.id)} onPointerLeave={() => app.hover(null)}>
        <th scope="rowgroup" colSpan={2}>
          <span className="cost__name">
            <button
              type="button"
              className="cost__toggle"
              aria-expanded={isOpen}
              aria-label={`Lines of ${shorten(entry.name, 60)}`}
              onClick={() => setOpen(!isOpen)}
            >
              <ChevronRight size={14} aria-hidden="true" />
            </button>
            {entry.kind === null ? null : <KindIcon kind={entry.kind} size={16} />}
            {entry.id === null ? (
              <span>{entry.name}</span>
            ) : (
              <button type="button" className="cost__jump ui-truncate" onClick={() => select(entry)}>
                {shorten(entry.name, 80)}
              </button>
            )}
          </span>
        </th>
        <td>{plural(entry.lines.length, 'line')}</td>
        <td className="cost__amount ui-numeric">{formatFigure(entry.figure)}</td>
      </tr>
      {isOpen ? entry.lines.map((line) => <Line key={`${line.item} ${line.region}`} line={line} />) : null}
    </tbody>
  );
};

const Notes = () => {
  const estimate = useApp((state) => state.estimate);
  if (!estimate) return null;
  const missing = estimate.unpriced.length;
  return (
    <>
      {estimate.notes.map((note) => (
        <p key={note.code} className="cost__note">
          ≥ {note.message} Select the connection and enter its GB a month.
        </p>
      ))}
      {missing > 0 ? (
        <p className="cost__note">– {plural(missing, 'line')} without a known price, not in the total.</p>
      ) : null}
    </>
  );
};

/** The bill: by tier, by element, by line, each line with its formula, source and date. */
export const CostPanel = () => {
  const estimate = useApp((state) => state.estimate);
  const topology = useApp((state) => state.topology);
  if (!estimate || estimate.lines.length === 0)
    return (
      <EmptyState icon={Wallet} title={estimate ? 'Nothing to pay for yet' : 'Loading prices…'}>
        {estimate ? 'The monthly bill appears here while you draw.' : undefined}
      </EmptyState>
    );
  return (
    <div className="cost">
      <Notes />
      <table className="cost__table">
        <caption className="ui-hidden">Monthly cost by tier and element, On-Demand, 730 hours</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How it comes about</th>
            <th scope="col">Price source</th>
            <th scope="col" className="cost__amount">
              Monthly
            </th>
          </tr>
        </thead>
        {groupLines(estimate, topology).flatMap((group) => [
          <tbody key={group.id} className="cost__group">
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {shorten(group.title, 80)}
              </th>
              <td className="cost__amount ui-numeric">{formatFigure(group.figure)}</td>
            </tr>
          </tbody>,
          ...group.entries.map((entry) => <Entry key={`${group.id} ${entry.id}`} entry={entry} />),
        ])}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total, On-Demand, 730 hours a month
            </th>
            <td className="cost__amount ui-numeric">{formatFigure(estimate.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
