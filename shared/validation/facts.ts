import type { Topology } from '../topology/topology';
import type { Amounts } from './amounts';
import { analyseLosses, type LossAnalysis } from './graph/losses';
import type { EstimateLevel, ServiceLevel } from './service-level';
import { findServingUnits, type ServingUnit } from './serving-units';

/** What several rules need and one computes: made once per validation, each part on first use. */
export interface Facts {
  /** What fails with what, seen from the users. */
  readonly losses: LossAnalysis;
  /** The web and app machines, as users see them. */
  readonly servingUnits: readonly ServingUnit[];
  /** What the bill says; null where nobody told. */
  readonly amounts: Amounts | null;
  /** What the design is estimated to reach; undefined where nobody passed in how to estimate it. */
  readonly level: ServiceLevel | undefined;
}

/** What other analyses know, handed in by whoever composes them. */
export interface Known {
  /** What the bill says; without it the rules that speak of it say nothing. */
  readonly amounts?: Amounts | null;
  /** How to estimate what the design reaches; without it its targets are not checked. */
  readonly estimateLevel?: EstimateLevel;
}

export function gatherFacts(
  topology: Topology,
  { amounts = null, estimateLevel }: Known = {},
  knownLosses?: LossAnalysis,
): Facts {
  let losses = knownLosses;
  let level: ServiceLevel | undefined;
  let units: readonly ServingUnit[] | undefined;
  return {
    amounts,
    get losses() {
      losses ??= analyseLosses(topology);
      return losses;
    },
    get servingUnits() {
      units ??= findServingUnits(topology);
      return units;
    },
    get level() {
      level ??= estimateLevel?.(topology);
      return level;
    },
  };
}
