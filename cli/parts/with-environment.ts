import { Option } from 'commander';
import type { Design } from '../../shared/model/design';
import { developmentDesign, productionDesign } from '../../shared/model/development';

const ENVIRONMENTS = ['production', 'development'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** `--environment`, for commands that judge a design as it is deployed. */
export const environmentOption = (): Option =>
  new Option('--environment <environment>', 'production as drawn, or with the values for development').choices([
    ...ENVIRONMENTS,
  ]);

/** The design as it is in this environment; as drawn where none is given. */
export function withEnvironment(design: Design, environment: Environment | undefined): Design {
  if (environment === undefined) return design;
  return environment === 'development' ? developmentDesign(design) : productionDesign(design);
}
