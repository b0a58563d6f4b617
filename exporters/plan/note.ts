/** Something a person must know about an export. */
export interface Note {
  /**
   * `left-out`: drawn, and not in the files. `assumed`: in the files with something the drawing does not say.
   * `will-not-work`: in the files as drawn, and AWS will refuse it or it will not do what it is for.
   */
  readonly kind: 'left-out' | 'assumed' | 'will-not-work';
  /** Ids of the elements and connections concerned. */
  readonly subjects: readonly string[];
  readonly message: string;
}

/** Collects notes; the same note twice counts once. */
export interface Notes {
  add(kind: Note['kind'], subjects: readonly string[], message: string): void;
  list(): readonly Note[];
}

export function collectNotes(): Notes {
  const notes = new Map<string, Note>();
  return {
    add: (kind, subjects, message) => {
      notes.set(JSON.stringify([kind, subjects, message]), { kind, subjects, message });
    },
    list: () => [...notes.values()],
  };
}
