import type { Circumstances } from '../../../shared/assessment/check-design';
import type { Waiver } from '../../../shared/model/design';
import type { Counts, Finding, Fix, WaiverStanding } from '../../../shared/validation/rule';
import type { DesignChanges } from './design-changes';

/** A fix without the function that works it out. */
export interface PlainFix extends Omit<Fix, 'apply'> {
  readonly canApply: boolean;
}

export interface PlainFinding extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly PlainFix[];
}

export interface CheckRequest {
  readonly changes: DesignChanges;
  readonly circumstances: Circumstances;
}

/** The outcome of a check, as far as it differs from the one before. */
export interface CheckAnswer {
  /** Keys of all findings, in their order. */
  readonly order: readonly string[];
  /** Findings that are new or say something else. */
  readonly changed: readonly PlainFinding[];
  readonly waived: readonly { readonly finding: PlainFinding; readonly waiver: Waiver }[];
  readonly waivers: readonly WaiverStanding[];
  readonly counts: Counts;
}
