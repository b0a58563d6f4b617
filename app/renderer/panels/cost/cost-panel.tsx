import { ChevronRight, Wallet } from 'lucide-react';
import { useState } from 'react';
import { describeBasis, readBasis } from '../../../../shared/pricing/basis';
import type { Estimate } from '../../../../shared/pricing/estimate';
import type { LineItem } from '../../../../shared/pricing/line-item';
import { formatUsd } from '../../../../shared/pricing/money';
import type { PriceOrigin } from '../../../../shared/pricing/price-book';
import { KindIcon } from '../../canvas/icons';
import { formatDay, formatFigure, plural, shorten } from '../../format';
import { usePrices } from '../../session/prices';
import { app, useApp } from '../../store/app';
import { SeverityIcon } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { CostActions, CostBar } from './cost-bar';
import { CostSummary } from './cost-summary';
import { useCostView } from './cost-view';
import { type CostEntry, groupLines } from './group-lines';
import { PurchaseAdviceSection } from './purchase-advice';
import './cost.css';

const amount = (line: LineItem): string => {
  if (line.upfrontMicros !== undefined) return `${formatUsd(line.upfrontMicros)} once`;
  if (line.monthlyMicros === null) return '–';
  return line.status === 'free' ? 'free' : formatUsd(line.monthlyMicros);
};

const originWords: Readonly<Record<PriceOrigin, string>> = { live: 'Live', cached: 'Cached', bundled: 'Bundled' };

/** `Live · AWS Price List Query API · Nov 23, 2026`. */
const describeSource = ({ source, origin, date }: LineItem): string =>
  source === null
    ? ''
    : [...(origin === null ? [] : [originWords[origin]]), shorten(source.name, 40), formatDay(date)].join(' · ');

const Line = ({ line }: { line: LineItem }) => (
  <tr className="cost__line">
    <th scope="row">{line.description}</th>
    <td className="ui-numeric ui-selectable">
      {line.formula}
      {line.reason === '' ? null : <span className="cost__reason">{line.reason}</span>}
    </td>
    <td title={line.source?.path ?? ''} data-origin={line.origin ?? undefined}>
      {describeSource(line)}
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
          {note.code === 'traffic-not-stated'
            ? `≥ ${note.message} Select the connection and enter its GB a month.`
            : note.message}
        </p>
      ))}
      {missing > 0 ? (
        <p className="cost__note">– {plural(missing, 'line')} without a known price, not in the total.</p>
      ) : null}
    </>
  );
};

const RefreshReport = () => {
  const report = usePrices((state) => state.report);
  const progress = usePrices((state) => state.progress);
  const text = progress === null ? (report?.text ?? '') : '';
  return (
    <p className="cost__report" role="status" data-tone={report?.tone}>
      {text === '' ? null : (
        <>
          {report?.tone === 'warning' ? <SeverityIcon tone="warning" /> : null}
          <span>{text}</span>
        </>
      )}
    </p>
  );
};

const BillTable = ({ bill }: { bill: Estimate }) => {
  const topology = useApp((state) => state.topology);
  const groupBy = useCostView((view) => view.groupBy);
  const basis = describeBasis(readBasis(topology.design));
  return (
    <table className="cost__table">
      <caption className="ui-hidden">
        Monthly cost by {groupBy}, {basis}
      </caption>
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
      {groupLines(bill, topology, groupBy).flatMap((group) => [
        ...(group.title === ''
          ? []
          : [
              <tbody key={group.id} className="cost__group">
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    {shorten(group.title, 80)}
                  </th>
                  <td className="cost__amount ui-numeric">{formatFigure(group.figure)}</td>
                </tr>
              </tbody>,
            ]),
        ...group.entries.map((entry) => <Entry key={`${group.id} ${entry.id}`} entry={entry} />),
      ])}
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Total, {basis} a month
          </th>
          <td className="cost__amount ui-numeric">{formatFigure(bill.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
};

/** The bill: by tier, service or element, by line, each line with its formula, source and date. */
export const CostPanel = () => {
  const bill = useApp((state) => state.estimate);
  if (!bill || bill.lines.length === 0)
    return (
      <EmptyState icon={Wallet} title={bill ? 'Nothing to pay for yet' : 'Loading prices…'}>
        {bill ? 'The monthly bill appears here while you draw.' : undefined}
      </EmptyState>
    );
  return (
    <div className="cost">
      <CostBar />
      <div className="cost__head">
        <CostSummary bill={bill} />
        <CostActions />
      </div>
      <RefreshReport />
      <Notes />
      <PurchaseAdviceSection />
      <BillTable bill={bill} />
    </div>
  );
};
