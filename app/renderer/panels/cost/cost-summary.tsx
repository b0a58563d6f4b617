import { useDeferredValue, useMemo } from 'react';
import { developmentDesign, hasDevelopment } from '../../../../shared/model/development';
import { readBasis } from '../../../../shared/pricing/basis';
import { findBreakEven } from '../../../../shared/pricing/break-even';
import { readBudget } from '../../../../shared/pricing/budget';
import { readCurrency } from '../../../../shared/pricing/currency';
import { type Estimate, estimate } from '../../../../shared/pricing/estimate';
import { formatInCurrency, formatUsd } from '../../../../shared/pricing/money';
import { resolve } from '../../../../shared/topology/resolve';
import { formatDelta, formatFigure } from '../../format';
import { useApp } from '../../store/app';
import { useEditEffect } from '../inspector/use-edit-effect';
import { readSelectionCost, sharedSavings } from './selection-cost';

/** Months of a three-year reservation. */
const LONGEST_TERM = 36;

const BudgetMeter = ({ bill }: { bill: Estimate }) => {
  const header = useApp((state) => state.design.header);
  const gauge = readBudget(header, bill);
  if (gauge === undefined) return null;
  const used = Number.isFinite(gauge.share) ? `${Math.round(gauge.share * 100)} %` : 'exceeded';
  const text = `${gauge.isLowerBound ? '≥ ' : ''}${used} of ${formatUsd(gauge.budget)}`;
  return (
    <div className="cost__sum" data-state={gauge.state}>
      <dt>{gauge.state === 'over' ? 'Budget exceeded' : 'Budget'}</dt>
      <dd className="ui-numeric">
        <meter className="cost__meter" min={0} max={1} value={Math.min(1, gauge.share)} aria-label="Budget used">
          {text}
        </meter>
        {text}
      </dd>
    </div>
  );
};

/** What edits since the design was opened changed, at today's prices, in micro-dollars; null while prices are loading. */
const useChangeSinceOpened = (bill: Estimate): number | null => {
  const opened = useApp((state) => state.opened);
  const books = useApp((state) => state.books);
  // A copy of the books: the bill on screen keeps what it knows of its own lines.
  const before = useMemo(() => (books ? estimate(resolve(opened), { ...books }).total.micros : null), [opened, books]);
  return before === null ? null : bill.total.micros - before;
};

const SelectionCost = ({ bill }: { bill: Estimate }) => {
  const topology = useApp((state) => state.topology);
  const selection = useApp((state) => state.selection);
  const figure = readSelectionCost(bill, topology, selection);
  if (figure === null) return null;
  const savings = sharedSavings(bill, figure);
  return (
    <div className="cost__sum">
      <dt>Selection</dt>
      <dd className="ui-numeric">
        <span data-testid="cost-selection">{formatFigure(figure)}</span>
        {savings < 0 ? (
          <span className="cost__aside">{`before ${formatDelta(savings)} in allowances of the whole design`}</span>
        ) : null}
      </dd>
    </div>
  );
};

/** What the edit being made, or the last one, has done to the bill. */
const LastEdit = ({ sinceOpened }: { sinceOpened: number | null }) => {
  const effect = useEditEffect();
  // The first edit is all there is since the design was opened.
  if (!effect?.micros || effect.micros === sinceOpened) return null;
  return (
    <div className="cost__sum">
      <dt>Last edit</dt>
      <dd className="ui-numeric" data-testid="cost-edit">
        {formatDelta(effect.micros)}
      </dd>
    </div>
  );
};

/** What is paid at the start of reservations, and when they have cost less than On-Demand would. */
const PaidOnce = ({ bill }: { bill: Estimate }) => {
  const topology = useApp((state) => state.topology);
  const books = useApp((state) => state.books);
  const month = useMemo(() => {
    if (!books || bill.upfront === 0 || readBasis(topology.design).purchase === 'on-demand') return null;
    const onDemand = estimate(topology, { ...books }, { purchase: 'on-demand' }).total.micros;
    return findBreakEven(onDemand, bill.total.micros, bill.upfront, LONGEST_TERM);
  }, [topology, books, bill]);
  if (bill.upfront === 0) return null;
  return (
    <div className="cost__sum">
      <dt>Paid once</dt>
      <dd className="ui-numeric">
        {formatUsd(bill.upfront)}
        {month === null ? null : <span className="cost__aside">pays off in month {month}</span>}
      </dd>
    </div>
  );
};

/** What the design costs with its values for development; nothing where none differs. Worked out after the edit is on screen. */
const InDevelopment = () => {
  const { design } = useDeferredValue(useApp((state) => state.topology));
  const books = useApp((state) => state.books);
  const total = useMemo(
    () =>
      books && hasDevelopment(design) ? estimate(resolve(developmentDesign(design)), { ...books }).total : undefined,
    [design, books],
  );
  if (!total) return null;
  return (
    <div className="cost__sum">
      <dt>In development</dt>
      <dd className="ui-numeric" data-testid="cost-development">
        {formatFigure(total)}
      </dd>
    </div>
  );
};

const Total = ({ bill }: { bill: Estimate }) => {
  const header = useApp((state) => state.design.header);
  const currency = readCurrency(header);
  return (
    <div className="cost__sum cost__sum--total">
      <dt>Total</dt>
      <dd className="ui-numeric">
        <span data-testid="cost-total">{formatFigure(bill.total)}</span>
        {currency === null || bill.total.isUnpriced ? null : (
          <span className="cost__aside" data-testid="cost-converted">
            {formatInCurrency(bill.total.micros, currency)}
          </span>
        )}
      </dd>
    </div>
  );
};

/** The bill in a few figures. */
export const CostSummary = ({ bill }: { bill: Estimate }) => {
  const change = useChangeSinceOpened(bill);
  return (
    <dl className="cost__sums">
      <Total bill={bill} />
      {change === null ? null : (
        <div className="cost__sum">
          <dt>Since opened</dt>
          <dd className="ui-numeric" data-testid="cost-change">
            {formatDelta(change)}
          </dd>
        </div>
      )}
      <LastEdit sinceOpened={change} />
      <PaidOnce bill={bill} />
      <InDevelopment />
      <SelectionCost bill={bill} />
      <BudgetMeter bill={bill} />
    </dl>
  );
};
