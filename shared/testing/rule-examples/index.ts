import { availabilityExamples } from './availability';
import { connectivityExamples } from './connectivity';
import { costExamples } from './cost';
import { encryptionExamples } from './encryption';
import type { RuleExample } from './healthy-site';
import { hygieneExamples } from './hygiene';
import { machineExamples } from './machines';
import { networkExamples } from './network';
import { operationsExamples } from './operations';
import { scalingExamples } from './scaling';
import { stateExamples } from './state';

/** A good and a bad design for each rule, by its id. */
export const ruleExamples: ReadonlyMap<string, RuleExample> = new Map(
  Object.entries({
    ...availabilityExamples,
    ...stateExamples,
    ...networkExamples,
    ...connectivityExamples,
    ...encryptionExamples,
    ...operationsExamples,
    ...scalingExamples,
    ...costExamples,
    ...machineExamples,
    ...hygieneExamples,
  }),
);
