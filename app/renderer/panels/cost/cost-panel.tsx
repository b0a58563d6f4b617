import { Wallet } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { Estimate } from '../../../../shared/pricing/estimate';
import { plural } from '../../format';
import { usePrices } from '../../session/prices';
import { useApp } from '../../store/app';
import { SeverityIcon } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { BillTable } from './bill-table';
import { CostActions, CostBar } from './cost-bar';
import { CostChart } from './cost-chart';
import { CostSummary } from './cost-summary';
import { useGrouping } from './cost-view';
import { groupLines, tiersAsDrawn } from './group-lines';
import { PurchaseAdviceSection } from './purchase-advice';
import './cost.css';
import './bill-table.css';

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

const Bill = ({ bill }: { bill: Estimate }) => {
  const topology = useApp((state) => state.topology);
  const tiers = useApp(useShallow((state) => tiersAsDrawn(state.topology, state.design)));
  const { groupBy } = useGrouping();
  const groups = groupLines(bill, topology, groupBy, tiers);
  return (
    <>
      <CostChart groups={groups} by={groupBy} />
      <div className="cost__remarks">
        <PurchaseAdviceSection />
        <Notes />
      </div>
      <BillTable bill={bill} groups={groups} />
    </>
  );
};

/** The bill: by tier, service, element, line or tag, each line with its formula, source and date. */
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
      <Bill bill={bill} />
    </div>
  );
};
