import { compareBy } from '../util/sorting';
import type { Design, DesignHeader, Element, ElementId } from './design';
import { ancestorsOf } from './hierarchy';

/** Tags of a resource: key → value. */
export type Tags = Readonly<Record<string, string>>;

/** Bounds of AWS ("Tag naming limits and requirements"): 50 on a resource, of which exports write `Name` and `Application`. */
export const MOST_TAGS = 48;
export const LONGEST_TAG_KEY = 128;
export const LONGEST_TAG_VALUE = 256;

/** What every service of AWS takes in keys and values. */
const ALLOWED = /^[\p{L}\p{N} _.:/=+@-]*$/u;
const ALLOWED_WORDS = 'letters, digits, spaces and _ . : / = + - @';
/** Keys that reach prototypes; no file holds them. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * IAM does not tell keys apart that differ in case only, so that no two of them go on one resource. Unverified: from memory of the
 * IAM User Guide, "Tags for IAM resources".
 */
export const foldTagKey = (key: string): string => key.toLowerCase();

const shown = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;

/** Why AWS, or a design, does not take a key; undefined where it does. Reads on after the name of what it is about. */
export function tagKeyFault(key: string): string | undefined {
  const { length } = [...key];
  if (key.trim() === '') return 'A tag needs a key, such as Owner.';
  if (key !== key.trim()) return `The tag key ${shown(key)} starts or ends with a space. Take it away.`;
  if (length > LONGEST_TAG_KEY)
    return `The tag key ${shown(key)} has ${length} characters; AWS takes at most ${LONGEST_TAG_KEY}.`;
  if (!ALLOWED.test(key)) return `The tag key ${shown(key)} may hold ${ALLOWED_WORDS} only.`;
  const folded = foldTagKey(key);
  if (folded.startsWith('aws:')) return `The tag key ${shown(key)} starts with “aws:”, which AWS keeps for itself.`;
  if (folded === 'name') return 'The tag “Name” is written from the name of the element. Rename the element instead.';
  if (UNSAFE.has(key)) return `The tag key ${shown(key)} cannot be kept in a design. Choose another.`;
  return undefined;
}

/** Why AWS does not take a value; undefined where it does. Some services, such as CloudWatch, take no empty one. */
export function tagValueFault(key: string, value: string): string | undefined {
  const { length } = [...value];
  if (value === '') return `The tag ${shown(key)} needs a value: alarms, for one, cannot have an empty one.`;
  const what = `The value of the tag ${shown(key)}`;
  if (length > LONGEST_TAG_VALUE) return `${what} has ${length} characters; AWS takes at most ${LONGEST_TAG_VALUE}.`;
  if (!ALLOWED.test(value)) return `${what} is ${shown(value)}; it may hold ${ALLOWED_WORDS} only.`;
  if (value !== value.trim()) return `${what} starts or ends with a space. Take it away.`;
  return undefined;
}

/** Everything wrong with keys that stand beside one another. */
export function tagKeysFaults(keys: readonly string[]): readonly string[] {
  const faults = keys.flatMap((key) => tagKeyFault(key) ?? []);
  if (keys.length > MOST_TAGS)
    faults.push(`There are ${keys.length} tags; at most ${MOST_TAGS} fit on a resource beside those of exports.`);
  const known = new Map<string, string>();
  for (const key of keys) {
    const twin = known.get(foldTagKey(key));
    if (twin !== undefined)
      faults.push(`The tag keys ${shown(twin)} and ${shown(key)} differ only in case, which IAM does not tell apart.`);
    known.set(foldTagKey(key), key);
  }
  return faults;
}

/** Everything wrong with the tags of one element, or of the design. */
export const tagsFaults = (tags: Tags): readonly string[] => [
  ...tagKeysFaults(Object.keys(tags)),
  ...Object.entries(tags).flatMap(([key, value]) => tagValueFault(key, value) ?? []),
];

const NONE: Tags = {};

/** Keys sorted, so that the same tags are the same text. */
const sorted = (tags: Tags): Tags => Object.fromEntries(Object.entries(tags).sort(compareBy(([key]) => key)));

/** The element with these tags; without the field where there are none. */
export function withTags(element: Element, tags: Tags): Element {
  const { tags: _, ...rest } = element;
  return Object.keys(tags).length === 0 ? rest : { ...rest, tags: sorted(tags) };
}

/** The header with these tags, and with these keys required of everything; without the fields where there are none. */
export function withDesignTags(
  header: DesignHeader,
  { tags = header.tags ?? NONE, required = header.requiredTags ?? [] },
): DesignHeader {
  const { tags: _, requiredTags: __, ...rest } = header;
  return {
    ...rest,
    ...(Object.keys(tags).length === 0 ? {} : { tags: sorted(tags) }),
    ...(required.length === 0 ? {} : { requiredTags: [...new Set(required)].sort() }),
  };
}

/** One tag of an element, and where it is written: an element's id, or null for the design. */
export interface EffectiveTag {
  readonly key: string;
  readonly value: string;
  readonly from: ElementId | null;
}

/**
 * The elements whose tags an element has: containers from the outside in, their tiers and its own each after what the tier lies
 * in, itself.
 */
export function taggedAround(design: Pick<Design, 'elements'>, element: Element): readonly Element[] {
  const around = [...ancestorsOf(design, element).reverse(), element];
  for (const { tier: id } of [...around]) {
    const tier = id === null ? undefined : design.elements.get(id);
    if (!tier || around.includes(tier)) continue;
    around.splice(around.findIndex((container) => container.id === tier.parent) + 1, 0, tier);
  }
  return around;
}

const byKey = compareBy<EffectiveTag>(({ key }) => key);

/** Tags with others over them: a later one takes the place of an earlier one of the same key, whatever its case. */
function overlay(
  below: readonly EffectiveTag[],
  tags: Tags | undefined,
  from: ElementId | null,
): readonly EffectiveTag[] {
  if (!tags) return below;
  const found = new Map(below.map((tag) => [foldTagKey(tag.key), tag]));
  for (const [key, value] of Object.entries(tags)) found.set(foldTagKey(key), { key, value, from });
  return [...found.values()].sort(byKey);
}

type Reader = (element: Element) => readonly EffectiveTag[];

/**
 * Reads the tags of elements, sorted by key: the design's, then those of what it lies in from the outside in, its tier's after those
 * of the VPC that the tier lies in, its own. What lies in the same place inherits the same list, which is made once.
 */
export function tagReader(design: Pick<Design, 'elements' | 'header'>): Reader {
  const places = new Map<ElementId | null, Map<ElementId | null, readonly EffectiveTag[]>>();
  const inheritedBy = (element: Element): readonly EffectiveTag[] => {
    const { parent, tier } = element;
    const tiers = places.get(parent) ?? new Map<ElementId | null, readonly EffectiveTag[]>();
    places.set(parent, tiers);
    const known = tiers.get(tier);
    if (known) return known;
    let tags = overlay([], design.header.tags, null);
    for (const source of taggedAround(design, element))
      if (source !== element) tags = overlay(tags, source.tags, source.id);
    tiers.set(tier, tags);
    return tags;
  };
  return (element) => overlay(inheritedBy(element), element.tags, element.id);
}

/** The tags of one element; `tagReader` for many. */
export const effectiveTags = (design: Pick<Design, 'elements' | 'header'>, element: Element): readonly EffectiveTag[] =>
  tagReader(design)(element);

/** What a design says of tags at all; most say nothing, and need no look at their elements. */
export function hasTags({ header, elements }: Pick<Design, 'elements' | 'header'>): boolean {
  if (header.tags) return true;
  for (const { tags } of elements.values()) if (tags) return true;
  return false;
}

/** Every key that the design uses or requires, sorted. */
export function tagKeysOf({ header, elements }: Pick<Design, 'elements' | 'header'>): readonly string[] {
  const keys = new Set([...(header.requiredTags ?? []), ...Object.keys(header.tags ?? {})]);
  for (const { tags } of elements.values()) if (tags) for (const key of Object.keys(tags)) keys.add(key);
  return [...keys].sort();
}
