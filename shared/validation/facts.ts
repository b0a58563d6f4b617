import type { Topology } from '../topology/topology';
import { analyseLosses, type LossAnalysis } from './graph/losses';

/** What several rules need and one computes: made once per validation, each part on first use. */
export interface Facts {
  /** What fails with what, seen from the users. */
  readonly losses: LossAnalysis;
}

export function gatherFacts(topology: Topology): Facts {
  let losses: LossAnalysis | undefined;
  return {
    get losses() {
      losses ??= analyseLosses(topology);
      return losses;
    },
  };
}
