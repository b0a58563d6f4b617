import { amountsOf } from '../pricing/amounts';
import type { Estimate } from '../pricing/bill';
import type { Topology } from '../topology/topology';
import { type Memory, type Validation, validate } from '../validation/validate';
import { estimateLevel } from './estimate-level';

/** What a check needs to know besides the design. */
export interface Circumstances {
  /** The day, such as `2026-03-01`, on which waivers are read. */
  readonly today: string;
  /** Null where no prices are known. */
  readonly bill: Pick<Estimate, 'total' | 'byElement'> | null;
}

/**
 * Validates a design with all there is to know: its budget against the bill, its targets against the estimates, its waivers on a
 * day. A `memory` of earlier checks spares what did not change since.
 */
export const checkDesign = (topology: Topology, { today, bill }: Circumstances, memory?: Memory): Validation =>
  validate(topology, { today, estimateLevel, amounts: bill && amountsOf(bill) }, memory);
