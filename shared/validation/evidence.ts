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

/** Plain data, which any evidence can be told as: what works itself out when read does not pass to another thread. */
export const plainEvidence = (evidence: Evidence): Evidence => {
  const { cut, path, darkTiers, zones } = evidence;
  return {
    ...(cut && { cut }),
    ...(path && { path }),
    ...(darkTiers && { darkTiers }),
    ...(zones && { zones }),
  };
};
