import type { Design, Element, ElementId } from '../../../../shared/model/design';
import { hasTags, tagKeysOf, tagReader } from '../../../../shared/model/tags';

/** One tag as the inspector shows it, for one element or for several at once. */
export interface TagRow {
  readonly key: string;
  /** Undefined where several elements differ. */
  readonly value: string | undefined;
  /** `own`: written on the elements. `inherited`: from around them. `missing`: the design requires it, and an element has none. */
  readonly state: 'own' | 'inherited' | 'missing';
  /** Where an inherited tag is written: an element, or null for the design; undefined for own tags, and where several places differ. */
  readonly from?: ElementId | null;
}

/** The same for all, else undefined. */
function common<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** All tags of the elements, their own, inherited and required ones, by key. */
export function tagRows(design: Design, elements: readonly Element[]): readonly TagRow[] {
  // Most designs have none, and the inspector asks with every move of what is selected.
  if (!design.header.requiredTags && !hasTags(design)) return [];
  const tagsOf = tagReader(design);
  const sets = elements.map((element) => ({
    id: element.id,
    tags: new Map(tagsOf(element).map((tag) => [tag.key, tag])),
  }));
  const required = design.header.requiredTags ?? [];
  const keys = new Set([...required, ...sets.flatMap(({ tags }) => [...tags.keys()])]);
  return [...keys].sort().map((key): TagRow => {
    const found = sets.map(({ id, tags }) => ({ id, tag: tags.get(key) }));
    const value = common(found.map(({ tag }) => tag?.value));
    if (found.some(({ id, tag }) => tag?.from === id)) return { key, value, state: 'own' };
    if (required.includes(key) && found.some(({ tag }) => !tag)) return { key, value, state: 'missing' };
    const from = common(found.map(({ tag }) => tag?.from));
    return { key, value, state: 'inherited', ...(from !== undefined && { from }) };
  });
}

/** The tags of the whole design. */
export const designTagRows = ({ header }: Design): readonly TagRow[] =>
  Object.entries(header.tags ?? {}).map(([key, value]): TagRow => ({ key, value, state: 'own' }));

/** Keys that are used or required somewhere and are not among these. */
export const otherKeys = (design: Design, known: readonly TagRow[]): readonly string[] =>
  tagKeysOf(design).filter((key) => !known.some((row) => row.key === key));

/** Keys as somebody lists them, with commas between. */
export const splitKeys = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean),
  ),
];
