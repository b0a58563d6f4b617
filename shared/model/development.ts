import type { JsonObject } from '../util/json';
import { compareBy } from '../util/sorting';
import type { Design, Element } from './design';

/** The element with these values for development; without the field where there are none. */
export function withDevelopment(element: Element, values: JsonObject): Element {
  const { development: _, ...rest } = element;
  const entries = Object.entries(values).sort(compareBy(([key]) => key));
  return entries.length === 0 ? rest : { ...rest, development: Object.fromEntries(entries) };
}

/**
 * The values of an element that hold in development. A setting that is a parameter has none: whoever deploys says its value.
 */
export function developmentOf({ development, parameters }: Element): JsonObject | undefined {
  if (development === undefined || parameters === undefined) return development;
  const entries = Object.entries(development).filter(([key]) => !parameters.includes(key));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function inDevelopment(element: Element): Element {
  const { development: _, ...rest } = element;
  const values = developmentOf(element);
  return values ? { ...rest, settings: { ...element.settings, ...values } } : rest;
}

/** Whether anything is different in development. */
export const hasDevelopment = (design: Design): boolean => {
  for (const element of design.elements.values()) if (developmentOf(element) !== undefined) return true;
  return false;
};

const mapElements = (design: Design, change: (element: Element) => Element): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => [id, element.development ? change(element) : element] as const),
  ),
});

/** The design as it is in development: the values for it in the place of the drawn ones. */
export const developmentDesign = (design: Design): Design => mapElements(design, inDevelopment);

/** The design as it is in production: as drawn, without a word on development. */
export const productionDesign = (design: Design): Design =>
  mapElements(design, ({ development: _, ...element }) => element);
