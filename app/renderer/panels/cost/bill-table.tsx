import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { describeBasis, readBasis } from '../../../../shared/pricing/basis';
import { readCurrency } from '../../../../shared/pricing/currency';
import type { Estimate } from '../../../../shared/pricing/estimate';
import type { LineItem } from '../../../../shared/pricing/line-item';
import { formatInCurrency, formatUsd, type Micros, type ShownCurrency } from '../../../../shared/pricing/money';
import type { PriceOrigin } from '../../../../shared/pricing/price-book';
import { KindIcon } from '../../canvas/icons';
import { formatDay, formatFigure, plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { useGrouping } from './cost-view';
import type { CostEntry, CostGroup } from './group-lines';

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

const useCurrency = (): ShownCurrency | null => {
  const header = useApp((state) => state.design.header);
  return readCurrency(header);
};

/** The amount in the currency the design is also shown in; nothing where it is in dollars only. */
const Converted = ({ micros }: { micros: Micros | null }) => {
  const currency = useCurrency();
  if (currency === null) return null;
  return <td className="cost__amount ui-numeric">{micros === null ? '' : formatInCurrency(micros, currency)}</td>;
};

const select = (entry: CostEntry) => {
  if (entry.id === null) return;
  app.select(entry.kind === null ? { connections: [entry.id] } : { elements: [entry.id] });
  app.canvas()?.reveal([entry.id]);
};

const Name = ({ entry }: { entry: CostEntry }) => (
  <>
    {entry.kind === null ? null : <KindIcon kind={entry.kind} size={16} />}
    {entry.id === null ? (
      <span>{entry.name}</span>
    ) : (
      <button type="button" className="cost__jump ui-truncate" onClick={() => select(entry)}>
        {shorten(entry.name, 80)}
      </button>
    )}
  </>
);

const useIsSelected = ({ id }: CostEntry): boolean =>
  useApp(({ selection }) => id !== null && (selection.elements.includes(id) || selection.connections.includes(id)));

const LineCells = ({ line }: { line: LineItem }) => (
  <>
    <td className="ui-numeric ui-selectable">
      {line.formula}
      {line.reason === '' ? null : <span className="cost__reason">{line.reason}</span>}
    </td>
    <td title={line.source?.path ?? ''} data-origin={line.origin ?? undefined}>
      {describeSource(line)}
    </td>
    <td className="cost__amount ui-numeric">{amount(line)}</td>
    <Converted micros={line.upfrontMicros ?? (line.status === 'free' ? null : line.monthlyMicros)} />
  </>
);

const Line = ({ line }: { line: LineItem }) => (
  <tr className="cost__line">
    <th scope="row">{line.description}</th>
    <LineCells line={line} />
  </tr>
);

/** A line by itself, with what it belongs to. */
const LoneLine = ({ entry, line }: { entry: CostEntry; line: LineItem }) => (
  <tbody data-selected={useIsSelected(entry) ? '' : undefined}>
    <tr className="cost__lone" onPointerEnter={() => app.hover(entry.id)} onPointerLeave={() => app.hover(null)}>
      <th scope="row">
        <span className="cost__name cost__name--plain">
          <Name entry={entry} />
        </span>
        <span className="cost__reason">{line.description}</span>
      </th>
      <LineCells line={line} />
    </tr>
  </tbody>
);

const Entry = ({ entry }: { entry: CostEntry }) => {
  const [isOpen, setOpen] = useState(false);
  const isSelected = useIsSelected(entry);
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
            <Name entry={entry} />
          </span>
        </th>
        <td>{plural(entry.lines.length, 'line')}</td>
        <td className="cost__amount ui-numeric">{formatFigure(entry.figure)}</td>
        <Converted micros={entry.figure.isUnpriced ? null : entry.figure.micros} />
      </tr>
      {isOpen ? entry.lines.map((line) => <Line key={`${line.item} ${line.region}`} line={line} />) : null}
    </tbody>
  );
};

const Group = ({ group, isByLine }: { group: CostGroup; isByLine: boolean }) => (
  <>
    {group.title === '' ? null : (
      <tbody className="cost__group">
        <tr>
          <th scope="rowgroup" colSpan={3}>
            {shorten(group.title, 80)}
          </th>
          <td className="cost__amount ui-numeric">{formatFigure(group.figure)}</td>
          <Converted micros={group.figure.isUnpriced ? null : group.figure.micros} />
        </tr>
      </tbody>
    )}
    {group.entries.map((entry) =>
      isByLine
        ? entry.lines.map((line) => (
            <LoneLine key={`${entry.id} ${line.item} ${line.region}`} entry={entry} line={line} />
          ))
        : [<Entry key={`${group.id} ${entry.id}`} entry={entry} />],
    )}
  </>
);

/** The bill, each line with its formula, source and date. */
export const BillTable = ({ bill, groups }: { bill: Estimate; groups: readonly CostGroup[] }) => {
  const header = useApp((state) => state.design.header);
  const { groupings, groupBy } = useGrouping();
  const currency = useCurrency();
  const basis = describeBasis(readBasis({ header }));
  const grouping = groupings.find(({ value }) => value === groupBy)?.label ?? groupBy;
  return (
    <table className="cost__table" data-converted={currency === null ? undefined : ''}>
      <caption className="ui-hidden">
        Monthly cost by {grouping}, {basis}
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">How it comes about</th>
          <th scope="col">Price source</th>
          <th scope="col" className="cost__amount">
            Monthly
          </th>
          {currency === null ? null : (
            <th scope="col" className="cost__amount">
              At {currency.perUsd} {currency.code}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.id} group={group} isByLine={groupBy === 'line'} />
      ))}
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Total, {basis} a month
          </th>
          <td className="cost__amount ui-numeric">{formatFigure(bill.total)}</td>
          <Converted micros={bill.total.isUnpriced ? null : bill.total.micros} />
        </tr>
      </tfoot>
    </table>
  );
};
