import { foldTagKey, hasTags, MOST_TAGS, tagReader } from '../../shared/model/tags';
import type { Topology } from '../../shared/topology/topology';
import type { Notes } from './note';

/** A tag as it is written. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tags of everything that is written, beside the `Name` that each resource has anyhow. */
export interface TagPlan {
  /** Of the resources that are written for an element, sorted by key. */
  of(elementId: string): readonly Tag[];
  /** Of everything, sorted by key. */
  readonly design: readonly Tag[];
}

const NONE: readonly Tag[] = [];
const NO_TAGS: TagPlan = { of: () => NONE, design: NONE };

/** Tags of everything, sorted by key. */
export const designTags = ({ design }: Topology): readonly Tag[] =>
  Object.entries(design.header.tags ?? {}).map(([key, value]) => ({ key, value }));

/** What a design and its containers hand on to the resources; more than AWS takes is left out, with a note. */
export function planTags(topology: Topology, notes: Notes): TagPlan {
  const { design } = topology;
  if (!hasTags(design)) return NO_TAGS;
  const known = new Map<string, readonly Tag[]>();
  const tagsOf = tagReader(design);
  const read = (elementId: string): readonly Tag[] => {
    const element = design.elements.get(elementId);
    const all = element ? tagsOf(element).map(({ key, value }) => ({ key, value })) : NONE;
    if (all.length <= MOST_TAGS) return all;
    const left = all.slice(MOST_TAGS).map(({ key }) => key);
    notes.add(
      'left-out',
      [elementId],
      `${element?.name} has ${all.length} tags with those of its containers; the last ${left.length} are left out (${left.join(', ')}): ${MOST_TAGS} fit on a resource.`,
    );
    return all.slice(0, MOST_TAGS);
  };
  return {
    design: designTags(topology),
    of(elementId) {
      const found = known.get(elementId) ?? read(elementId);
      known.set(elementId, found);
      return found;
    },
  };
}

/** Whether anything in the design has a tag of that key, in whatever case. */
export function isTagged({ design: { header, elements } }: Topology, key: string): boolean {
  const isIn = (tags: Readonly<Record<string, string>> | undefined): boolean =>
    tags !== undefined && Object.keys(tags).some((other) => foldTagKey(other) === foldTagKey(key));
  return isIn(header.tags) || [...elements.values()].some(({ tags }) => isIn(tags));
}
