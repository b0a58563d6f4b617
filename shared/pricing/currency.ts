import { designSettings } from '../catalog/design-settings';
import type { DesignHeader } from '../model/design';
import { isShowable, type ShownCurrency } from './money';

/** The currency a design is also shown in, at the rate somebody stated; null where none is, or only half of it. */
export const readCurrency = (header: DesignHeader): ShownCurrency | null => {
  const { currency: code, currencyPerUsd: perUsd } = designSettings.read(header.settings);
  if (code === '' || perUsd === null) return null;
  const currency = { code, perUsd };
  return isShowable(currency) ? currency : null;
};
