import type { Design, NewId, Waiver } from '../model/design';
import type { DesignDiff } from '../model/diff';
import type { Topology } from '../topology/topology';
import type { Result } from '../util/result';
import type { Evidence } from './evidence';
import type { Facts } from './facts';

export type { Evidence } from './evidence';

export type Severity = 'error' | 'warning' | 'info';

/** `fail`: the fault is there. `unknown`: a fact is missing, and the finding asks for it. A rule without finding passes. */
export type FindingStatus = 'fail' | 'unknown';

export type RuleGroup =
  | 'connectivity'
  | 'network'
  | 'encryption'
  | 'identity'
  | 'availability'
  | 'state'
  | 'scaling'
  | 'operations'
  | 'cost';

/** A way to mend a finding. */
export interface Fix {
  readonly id: string;
  /** What it does, as an imperative: "Turn on Multi-AZ". */
  readonly title: string;
  /** `auto`: one right answer. `choice`: one of several. `manual`: only a person can do it. */
  readonly kind: 'auto' | 'choice' | 'manual';
  /** The change that mends it. New elements have sensible frames; arrange them with the layout afterwards. Missing on manual fixes. */
  readonly apply?: (design: Design, newId: NewId) => Result<DesignDiff>;
}

export interface Subjects {
  /** Ids of elements; the first is the one the finding is about. */
  readonly elements: readonly string[];
  readonly connections: readonly string[];
}

/** Where the answer to an `unknown` is to be given. */
export interface Ask {
  /** Id of an element or a connection; null for the design as a whole. */
  readonly element: string | null;
  /** Key of the setting; null where drawing something is the answer. */
  readonly setting: string | null;
}

/** A fault, or a question, about certain elements. Plain data but for `fixes[].apply`. */
export interface Finding {
  /** `ruleId:subject`: the same as long as the fault is about the same element, whatever else is edited. Unique in a validation. */
  readonly key: string;
  readonly ruleId: string;
  readonly status: FindingStatus;
  /** For `unknown`: the severity it would have. */
  readonly severity: Severity;
  readonly title: string;
  /** The fault, its consequence and what to do, naming the subjects. */
  readonly message: string;
  readonly why: string;
  readonly subjects: Subjects;
  readonly evidence: Evidence;
  /** Only on `unknown`: the one question that would decide it. */
  readonly question?: string;
  readonly ask?: Ask;
  /** Why it is here although somebody accepted it: the waiver expired, or the profile does not allow it. */
  readonly note?: string;
  readonly fixes: readonly Fix[];
  /** Guide section and framework references the rule rests on. */
  readonly source: string;
}

/** What a rule reports; `validate` completes it to a finding. */
export interface Violation {
  readonly status?: FindingStatus;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly elements: readonly string[];
  readonly connections?: readonly string[];
  readonly message: string;
  readonly evidence?: Evidence;
  readonly question?: string;
  readonly ask?: Ask;
  readonly fixes?: readonly Fix[];
}

/** One check. A rule reads the topology and nothing else, and reports at most one violation per first subject where it can. */
export interface Rule {
  /** Kept for ever: `AVL-01`. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** States the fault. */
  readonly title: string;
  /** Why it matters, in one or two sentences. */
  readonly why: string;
  /** When it fires, for the documentation. */
  readonly trigger: string;
  /** Sections of the guide. */
  readonly guide: readonly string[];
  /** Other references: Well-Architected practices, Trusted Advisor checks. */
  readonly references: readonly string[];
  /**
   * What it says of an element follows from that, from what lies in the same VPC, from the connections at these with what stands at
   * their other ends, from whether users depend on it, from the settings and tags of the design and from the facts `servingUnits` and
   * `overall`: from no connection further away and no total. Then parts of a design in which nothing changed are not checked again.
   * `with-losses`: from the fact `losses` too; checked again where the same is no longer lost with the same.
   */
  readonly byPart?: true | 'with-losses';
  check(topology: Topology, facts: Facts): readonly Violation[];
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Questions; not counted among the others. */
  readonly unknown: number;
}

/** A finding that somebody accepts; it does not count. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** A waiver of the design, and why it accepts nothing (null where it does). */
export interface WaiverStanding {
  readonly waiver: Waiver;
  readonly idle: string | null;
}

export interface Validation {
  /** What matters most first; without those that are waived. */
  readonly findings: readonly Finding[];
  /** In the same order. */
  readonly waived: readonly WaivedFinding[];
  /** All waivers of the design, by rule and element. */
  readonly waivers: readonly WaiverStanding[];
  readonly counts: Counts;
}
