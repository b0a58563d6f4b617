import type { Topology } from '../topology/topology';
import type { Amounts } from './amounts';
import { analyseLosses, type LossAnalysis } from './graph/losses';
import { type Overall, tellOverall } from './overall';
import type { EstimateLevel, ServiceLevel } from './service-level';
import { findServingUnits, type ServingUnit } from './serving-units';

/** What several rules need and one computes: made once per validation, each part on first use. */
export interface Facts {
  /** What fails with what, seen from the users. */
  readonly losses: LossAnalysis;
  /** The web and app machines, as users see them. */
  readonly servingUnits: readonly ServingUnit[];
  /** What holds for the design as a whole, whatever part of it is looked at. */
  readonly overall: Overall;
  /** What the design is divided into, or all of it at once; for `findInParts`. */
  readonly parts: readonly Topology[];
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

/** What is known from the validation before. */
interface Remembered {
  readonly losses: LossAnalysis | undefined;
  readonly parts: readonly Topology[];
}

export function gatherFacts(
  topology: Topology,
  { amounts = null, estimateLevel }: Known = {},
  { losses: known, parts }: Remembered = { losses: undefined, parts: [topology] },
): Facts {
  let losses = known;
  let level: ServiceLevel | undefined;
  let units: readonly ServingUnit[] | undefined;
  let overall: Overall | undefined;
  return {
    amounts,
    parts,
    get losses() {
      losses ??= analyseLosses(topology);
      return losses;
    },
    get servingUnits() {
      units ??= findServingUnits(topology);
      return units;
    },
    get overall() {
      overall ??= tellOverall(topology);
      return overall;
    },
    get level() {
      level ??= estimateLevel?.(topology);
      return level;
    },
  };
}

/** Facts for a rule that looks at a part of a design: the machines of that, all else of the whole. */
export function factsOfPart(part: Topology, whole: Facts): Facts {
  let units: readonly ServingUnit[] | undefined;
  return {
    get amounts() {
      return whole.amounts;
    },
    parts: [part],
    get losses() {
      return whole.losses;
    },
    get servingUnits() {
      units ??= findServingUnits(part);
      return units;
    },
    get overall() {
      return whole.overall;
    },
    get level() {
      return whole.level;
    },
  };
}
