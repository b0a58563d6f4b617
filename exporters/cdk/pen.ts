/** Knows whose code is being written: what is added meanwhile belongs to these elements. */
export interface Pen {
  owners(): readonly string[];
  /** Runs a writer on behalf of elements; a writer inside of it may name others. */
  during(ids: readonly string[], write: () => void): void;
}

export function makePen(): Pen {
  let owners: readonly string[] = [];
  return {
    owners: () => owners,
    during(ids, write) {
      const before = owners;
      owners = ids;
      try {
        write();
      } finally {
        owners = before;
      }
    },
  };
}
