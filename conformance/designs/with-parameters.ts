import { parameterTargets } from '../../exporters/plan/parameters';
import type { Design } from '../../shared/model/design';

/** The same design with every setting a parameter that can be one. */
export const withParameters = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => {
      const keys = Object.keys(parameterTargets(element.kind)).sort();
      return [id, keys.length > 0 ? { ...element, parameters: keys } : element];
    }),
  ),
});
