import { designSettings } from '../catalog/design-settings';
import { PURCHASES, type Purchase } from '../catalog/purchase';
import { EXPECTED, listScenarios, type UsageScenario } from '../catalog/usage-scenarios';
import type { Design } from '../model/design';
import { HOURS } from './charge';

/** What holds for a whole bill. */
export interface Basis {
  readonly scenario: UsageScenario;
  /** How capacity is bought where an element says nothing else. */
  readonly purchase: Purchase;
  /** Of the month that capacity is switched on, where an element says nothing else. */
  readonly hours: number;
}

/** Scenario and purchase plan of a design's bill, as its settings say or as wished; an unknown scenario means the expected one. */
export const readBasis = (
  { header }: Pick<Design, 'header'>,
  wish: { readonly scenario?: string; readonly purchase?: Purchase } = {},
): Basis => {
  const settings = designSettings.read(header.settings);
  const wanted = wish.scenario ?? settings.scenario;
  const scenario = listScenarios(settings.scenarios).find(({ id }) => id === wanted) ?? EXPECTED;
  return { scenario, purchase: wish.purchase ?? settings.purchase, hours: settings.hoursPerMonth };
};

/** In words: `Launch day, On-Demand, 730 hours`. */
export const describeBasis = ({ scenario, purchase, hours }: Basis): string => {
  const time = hours === HOURS ? `${HOURS} hours` : `capacity on for ${hours} of ${HOURS} hours`;
  return `${scenario.name}, ${PURCHASES[purchase]}, ${time}`;
};
