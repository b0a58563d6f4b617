import type { Topology } from '../topology/topology';
import type { Amounts } from './amounts';
import { analyseLosses, type LossAnalysis } from './graph/losses';

/** What several rules need and one computes: made once per validation, each part on first use. */
export interface Facts {
  /** What fails with what, seen from the users. */
  readonly losses: LossAnalysis;
  /** What the bill says; null where nobody told. */
  readonly amounts: Amounts | null;
}

export function gatherFacts(topology: Topology, amounts: Amounts | null = null): Facts {
  let losses: LossAnalysis | undefined;
  return {
    amounts,
    get losses() {
      losses ??= analyseLosses(topology);
      return losses;
    },
  };
}
