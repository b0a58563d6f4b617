import { isPurchase, PURCHASES } from '../../../../shared/catalog/purchase';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import { readBasis } from '../../../../shared/pricing/basis';
import { app, useApp } from '../../store/app';
import { Select } from '../../ui/select';

const options = Object.keys(PURCHASES)
  .filter(isPurchase)
  .map((value) => ({ value, label: PURCHASES[value] }));

/** How capacity is bought where an element says nothing else. */
export const PlanSelect = () => {
  const header = useApp((state) => state.design.header);
  return (
    <Select
      aria-label="Purchase plan"
      value={readBasis({ header }).purchase}
      options={options}
      onChange={(purchase) =>
        app.dispatch('Change purchase plan', (design) => changeDesignSettings(design, { settings: { purchase } }))
      }
    />
  );
};
