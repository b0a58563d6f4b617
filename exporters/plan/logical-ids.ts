/** FNV-1a, 32 bits, in base 36: short, the same everywhere, and not meant to keep secrets. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

const capitalize = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Words that each start with a letter come back from the capitals; anything else could collide with another id. */
const REVERSIBLE = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
const LONGEST_STEM = 160;

/**
 * `web-servers` → `WebServers`. Letters and digits only. Where the words cannot be told from the result alone, a hash of
 * the id is added, so that no two ids give the same stem whatever else is in the design.
 */
export function stemOf(id: string): string {
  const known = stems.get(id);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = makeStem(id);
  stems.set(id, stem);
  return stem;
}

/** The same few thousand ids are asked for at every mention. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

function makeStem(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const stem = words.map(capitalize).join('');
  if (REVERSIBLE.test(id) && stem.length <= LONGEST_STEM) return stem;
  return `${stem.slice(0, LONGEST_STEM)}${hashText(id).toUpperCase()}`;
}

/** Logical ids of one template. They follow from element ids alone, so that renaming replaces nothing. */
export interface LogicalIds {
  /** The id of one resource of an element; the same pair gives the same id. `part` starts with a capital or is empty. */
  of(elementId: string, part?: string): string;
  /** The id of a resource of the design as a whole. */
  ofDesign(part: string): string;
  /** Logical id → element id, of all ids given out so far. */
  elements(): ReadonlyMap<string, string>;
}

export function makeLogicalIds(): LogicalIds {
  const byElement = new Map<string, Map<string, string>>();
  const owners = new Map<string, string>();
  const forDesign = new Map<string, string>();
  const ofDesign = new Set<string>();
  const taken = (id: string): boolean => owners.has(id) || ofDesign.has(id);
  const claim = (elementId: string, part: string, plain: string): string => {
    if (!taken(plain)) return plain;
    // Two elements whose names run into their parts, such as `web` + `Role` and `web-role`.
    const salted = `${plain}${hashText(`${elementId} ${part}`).toUpperCase()}`;
    let free = salted;
    for (let number = 2; taken(free); number += 1) free = `${salted}${number}`;
    return free;
  };
  return {
    of(elementId, part = '') {
      const parts = byElement.get(elementId) ?? new Map<string, string>();
      const known = parts.get(part);
      if (known !== undefined) return known;
      const id = claim(elementId, part, `${stemOf(elementId)}${part}`);
      byElement.set(elementId, parts.set(part, id));
      owners.set(id, elementId);
      return id;
    },
    ofDesign(part) {
      const id = forDesign.get(part) ?? claim('', part, part);
      forDesign.set(part, id);
      ofDesign.add(id);
      return id;
    },
    elements: () => owners,
  };
}
