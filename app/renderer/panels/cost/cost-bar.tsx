import { Download } from 'lucide-react';
import { Button } from '../../ui/button';
import { DropdownMenu } from '../../ui/menu';
import { Select } from '../../ui/select';
import type { SavedFormat } from './bill-file';
import { useCostView, useGrouping } from './cost-view';
import { CurrencyEditor } from './currency-editor';
import { PlanSelect } from './plan-select';
import { PriceRefresh } from './price-refresh';
import { saveBill } from './save-bill';
import { ScenarioSelect } from './scenario-select';
import { ScenariosEditor } from './scenarios-editor';

const FORMATS: readonly { id: SavedFormat; label: string }[] = [
  { id: 'csv', label: 'CSV, for a spreadsheet…' },
  { id: 'json', label: 'JSON…' },
  { id: 'markdown', label: 'Markdown…' },
];

const GroupSelect = () => {
  const { groupings, groupBy } = useGrouping();
  return (
    <Select
      aria-label="Group by"
      value={groupBy}
      options={groupings}
      onChange={(value) => {
        const found = groupings.find((grouping) => grouping.value === value);
        if (found) useCostView.setState({ groupBy: found.value });
      }}
    />
  );
};

/** What the bill is for and how it is shown. */
export const CostBar = () => (
  <div className="cost__bar">
    <div className="cost__control">
      <span aria-hidden="true">Usage</span>
      <ScenarioSelect />
      <ScenariosEditor />
    </div>
    <div className="cost__control">
      <span aria-hidden="true">Group</span>
      <GroupSelect />
      <CurrencyEditor />
    </div>
    <div className="cost__control cost__control--wide">
      <span aria-hidden="true">Bought</span>
      <PlanSelect />
    </div>
  </div>
);

/** Reads live prices, and writes the bill to a file. */
export const CostActions = () => (
  <div className="cost__actions">
    <PriceRefresh />
    <DropdownMenu
      align="end"
      trigger={
        <Button size="small" icon={Download}>
          Save bill
        </Button>
      }
      sections={[{ items: FORMATS.map(({ id, label }) => ({ id, label, run: () => void saveBill(id) })) }]}
    />
  </div>
);
