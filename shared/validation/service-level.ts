import type { Topology } from '../topology/topology';

/** An estimate of minutes, with the service it is for. */
export interface WorstTime {
  readonly id: string;
  readonly name: string;
  /** Null: no limit can be given. */
  readonly minutes: number | null;
  readonly assumption: string;
}

/** A component and what the design would be without its failures' share. */
export interface LimitingPart {
  readonly ids: readonly string[];
  readonly name: string;
  /** 0 to 1. */
  readonly availability: number;
}

/** What other analyses estimate of a design, for the rule on its targets. */
export interface ServiceLevel {
  /** Of the entry that fares worst; null where nobody is drawn who sends requests. */
  readonly availability: {
    readonly entry: string;
    readonly name: string;
    /** 0 to 1. */
    readonly share: number;
    /** The worst first, at most three. */
    readonly limiting: readonly LimitingPart[];
  } | null;
  /** When one zone fails; null where nothing has to recover. */
  readonly recovery: WorstTime | null;
  readonly dataLoss: WorstTime | null;
}

/** Passed in by whoever composes the analyses: rules see the topology alone. */
export type EstimateLevel = (topology: Topology) => ServiceLevel;
