import { useMemo } from 'react';
import { readBudget } from '../../../../shared/pricing/budget';
import { type Estimate, estimate } from '../../../../shared/pricing/estimate';
import { formatUsd } from '../../../../shared/pricing/money';
import { resolve } from '../../../../shared/topology/resolve';
import { formatDelta, formatFigure } from '../../format';
import { useApp } from '../../store/app';
import { readSelectionCost } from './selection-cost';

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

/** What edits since the design was opened changed, at today's prices. */
const ChangeSinceOpened = ({ bill }: { bill: Estimate }) => {
  const opened = useApp((state) => state.opened);
  const books = useApp((state) => state.books);
  const before = useMemo(() => (books ? estimate(resolve(opened), books).total.micros : null), [opened, books]);
  if (before === null) return null;
  return (
    <div className="cost__sum">
      <dt>Since opened</dt>
      <dd className="ui-numeric" data-testid="cost-change">
        {formatDelta(bill.total.micros - before)}
      </dd>
    </div>
  );
};

const SelectionCost = ({ bill }: { bill: Estimate }) => {
  const topology = useApp((state) => state.topology);
  const selection = useApp((state) => state.selection);
  const figure = readSelectionCost(bill, topology, selection);
  if (figure === null) return null;
  return (
    <div className="cost__sum">
      <dt>Selection</dt>
      <dd className="ui-numeric" data-testid="cost-selection">
        {formatFigure(figure)}
      </dd>
    </div>
  );
};

/** The bill in a few figures. */
export const CostSummary = ({ bill }: { bill: Estimate }) => (
  <dl className="cost__sums">
    <div className="cost__sum cost__sum--total">
      <dt>Total</dt>
      <dd className="ui-numeric" data-testid="cost-total">
        {formatFigure(bill.total)}
      </dd>
    </div>
    <ChangeSinceOpened bill={bill} />
    {bill.upfront > 0 ? (
      <div className="cost__sum">
        <dt>Paid once</dt>
        <dd className="ui-numeric">{formatUsd(bill.upfront)}</dd>
      </div>
    ) : null}
    <SelectionCost bill={bill} />
    <BudgetMeter bill={bill} />
  </dl>
);
