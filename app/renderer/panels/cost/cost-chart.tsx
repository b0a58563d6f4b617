import { formatUsd } from '../../../../shared/pricing/money';
import { shorten } from '../../format';
import { readChartShares } from './chart-shares';
import type { GroupBy } from './cost-view';
import type { CostGroup } from './group-lines';
import './cost-chart.css';

const percent = (share: number): string => (share < 0.01 ? '<1 %' : `${Math.round(share * 100)} %`);

/** What the bill is made of, as one bar with its legend. The table below says the same in numbers. */
export const CostChart = ({ groups, by }: { groups: readonly CostGroup[]; by: GroupBy }) => {
  const shares = readChartShares(groups, by);
  if (shares.length < 2) return null;
  return (
    <figure className="cost-chart" aria-label="What the bill is made of">
      <div className="cost-chart__bar" aria-hidden="true">
        {shares.map(({ id, label, micros, share }) => (
          <span key={id} style={{ flexGrow: share }} title={`${shorten(label, 80)}: ${formatUsd(micros)}`} />
        ))}
      </div>
      <ul className="cost-chart__legend">
        {shares.map(({ id, label, micros, share }) => (
          <li key={id} title={formatUsd(micros)}>
            <span className="cost-chart__key" aria-hidden="true" />
            <span className="ui-truncate">{shorten(label, 60)}</span>
            <span className="cost-chart__share ui-numeric">{percent(share)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
};
