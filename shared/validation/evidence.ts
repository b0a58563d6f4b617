/** What proves a finding; the canvas shows it. */
export interface Evidence {
  /** Ids of elements that fail together: an element alone, or a zone and all it takes with it. */
  readonly cut?: readonly string[];
  /** Ids of elements and connections on the way from the users that is dead then. */
  readonly path?: readonly string[];
  /** Ids of tiers that users reach no more. */
  readonly darkTiers?: readonly string[];
  /** Ids of zones. */
  readonly zones?: readonly string[];
}
