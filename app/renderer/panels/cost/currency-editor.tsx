import { Coins } from 'lucide-react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import { changeDesignSettings } from '../../../../shared/commands/change-design-settings';
import { useApp } from '../../store/app';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { NumberField } from '../../ui/number-field';
import { Popover } from '../../ui/popover';
import { TextField } from '../../ui/text-field';
import { useCheckedEdit } from '../inspector/use-setting-edit';

const CodeField = ({ code }: { code: string }) => {
  const { error, refuse, edit, commit, cancel } = useCheckedEdit('Change shown currency');
  return (
    <Field label="Also show amounts in" error={error}>
      {({ control, describedBy }) => (
        <TextField
          id={control}
          aria-describedby={describedBy}
          placeholder="EUR, GBP, JPY…"
          maxLength={3}
          value={code}
          invalid={error !== undefined}
          onEdit={(text) => {
            const currency = text.trim().toUpperCase();
            if (/^([A-Z]{3})?$/.test(currency))
              edit((design) => changeDesignSettings(design, { settings: { currency } }));
            else refuse(`“${text}” is no currency code. Enter three letters, such as EUR.`);
          }}
          onCommit={commit}
          onCancel={cancel}
        />
      )}
    </Field>
  );
};

const RateField = ({ code, perUsd }: { code: string; perUsd: number | null }) => {
  const { error, refuse, edit, commit, cancel } = useCheckedEdit('Change rate of the shown currency');
  return (
    <Field label="One US dollar is" error={error}>
      {({ control, describedBy }) => (
        <NumberField
          id={control}
          aria-describedby={describedBy}
          placeholder="Rate not stated"
          value={perUsd ?? undefined}
          min={0}
          max={1e6}
          step={0.01}
          unit={code === '' ? 'of it' : code}
          invalid={error !== undefined}
          onUnreadable={(text) =>
            refuse(text === undefined || text === '' ? undefined : `“${text}” is no number. Enter one such as 0.92.`)
          }
          onEdit={(currencyPerUsd) => {
            if (currencyPerUsd > 0 && currencyPerUsd <= 1e6)
              edit((design) => changeDesignSettings(design, { settings: { currencyPerUsd } }));
            else refuse(`A rate of ${currencyPerUsd} is not possible. Enter one above 0.`);
          }}
          onCommit={commit}
          onCancel={cancel}
        />
      )}
    </Field>
  );
};

/** Another currency beside the dollars, at a rate of the user's own. */
export const CurrencyEditor = () => {
  const header = useApp((state) => state.design.header);
  const { currency, currencyPerUsd } = designSettings.read(header.settings);
  const isShown = currency !== '' && currencyPerUsd !== null;
  return (
    <Popover
      label="Currency"
      side="top"
      trigger={
        isShown ? (
          <Button size="small" icon={Coins} aria-label={`Currency: ${currency}`}>
            {currency}
          </Button>
        ) : (
          <IconButton size="small" icon={Coins} label="Show another currency" side="top" />
        )
      }
    >
      <div className="cost__form">
        <CodeField code={currency} />
        <RateField code={currency} perUsd={currencyPerUsd} />
        <p className="cost__hint">Prices stay in US dollars; the other column is them times this rate.</p>
      </div>
    </Popover>
  );
};
