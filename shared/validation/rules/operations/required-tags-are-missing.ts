import type { Design, Element } from '../../../model/design';
import { type EffectiveTag, foldTagKey, type Tags, taggedAround, tagReader } from '../../../model/tags';
import { sortById } from '../../../topology/lists';
import type { Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { compareBy } from '../../../util/sorting';
import { findInParts } from '../../find-in-parts';
import { type MissingTags, writeTags } from '../../fixes/write-tags';
import type { Fix, Rule, Violation } from '../../rule';
import { countOf, listNames } from '../../wording';

/** Values offered for one key. */
const MOST_CHOICES = 3;

/** What the rule looks at, and what it looks up once. */
interface View {
  readonly design: Design;
  readonly resources: readonly Element[];
  readonly tagsOf: (element: Element) => readonly EffectiveTag[];
  /** What a resource could inherit a tag from, and itself; from the outside in. */
  readonly aroundOf: (resource: Element) => readonly Element[];
  /** Values that the design gives a key, in whatever case the key is written. */
  readonly valuesOf: (key: string) => readonly string[];
}

interface Gap extends Omit<MissingTags, 'tags'> {
  readonly key: string;
}

/** What costs money or stands for what does: the services and the VPCs; subnets have what their VPC has. */
const resourcesOf = ({ services, vpcs }: Topology): readonly Element[] => [
  ...vpcs.map(({ element }) => element),
  ...services.map(({ element }) => element),
];

interface Lacking {
  readonly id: string;
  /** The required keys that it neither has nor inherits. */
  readonly keys: readonly string[];
}

const findLacking = findInParts((part): readonly Lacking[] => {
  const required = part.design.header.requiredTags ?? [];
  const tagsOf = tagReader(part.design);
  const lacking = mapDefined(resourcesOf(part), (resource) => {
    const tags = tagsOf(resource);
    const keys = required.filter((key) => !tags.some((tag) => tag.key === key));
    return keys.length > 0 ? { id: resource.id, keys } : undefined;
  });
  return sortById(lacking);
});

/** Ids of the resources that lack each key, in the order of the resources. */
function groupLacking(lacking: readonly Lacking[], { design, resources }: View): ReadonlyMap<string, Set<string>> {
  const groups = new Map((design.header.requiredTags ?? []).map((key) => [key, new Set<string>()]));
  const keysOf = new Map(lacking.map(({ id, keys }) => [id, keys]));
  for (const { id } of resources) for (const key of keysOf.get(id) ?? []) groups.get(key)?.add(id);
  return groups;
}

/** Where a key is missing, each time at the outermost place that lacks it as a whole. */
function gapsOf(key: string, lacks: ReadonlySet<string>, { resources, aroundOf }: View): readonly Gap[] {
  if (lacks.size === 0) return [];
  if (lacks.size === resources.length && lacks.size > 1) return [{ key, subject: null, lacking: [...lacks] }];
  const inside = new Map<string, { all: number; lacking: number }>();
  for (const resource of resources)
    for (const { id } of aroundOf(resource)) {
      const count = inside.get(id) ?? { all: 0, lacking: 0 };
      count.all += 1;
      if (lacks.has(resource.id)) count.lacking += 1;
      inside.set(id, count);
    }
  const isBare = (id: string): boolean => {
    const { all, lacking } = inside.get(id) ?? { all: 0, lacking: 0 };
    return lacks.has(id) || (all > 1 && all === lacking);
  };
  const gaps = new Map<string, string[]>();
  for (const resource of resources) {
    if (!lacks.has(resource.id)) continue;
    const place = aroundOf(resource).find(({ id }) => isBare(id)) ?? resource;
    const lacking = gaps.get(place.id);
    if (lacking) lacking.push(resource.id);
    else gaps.set(place.id, [resource.id]);
  }
  return [...gaps].map(([subject, lacking]) => ({ key, subject, lacking }));
}

/** Values that the design gives each key anywhere, in whatever case the key is written; the most frequent first. */
function readValues({ header, elements }: Design): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  const note = (tags: Tags = {}): void => {
    for (const [key, value] of Object.entries(tags)) {
      const folded = foldTagKey(key);
      const known = counts.get(folded) ?? new Map<string, number>();
      counts.set(folded, known.set(value, (known.get(value) ?? 0) + 1));
    }
  };
  note(header.tags);
  for (const { tags } of elements.values()) if (tags) note(tags);
  const order = compareBy<readonly [string, number]>(
    ([, count]) => -count,
    ([value]) => value,
  );
  return new Map([...counts].map(([key, known]) => [key, [...known].sort(order).map(([value]) => value)]));
}

function viewOf(design: Design, resources: readonly Element[]): View {
  const around = new Map<Element, readonly Element[]>();
  let values: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    design,
    resources,
    tagsOf: tagReader(design),
    aroundOf: (resource) => {
      const known = around.get(resource) ?? taggedAround(design, resource);
      around.set(resource, known);
      return known;
    },
    valuesOf: (key) => {
      values ??= readValues(design);
      return values.get(foldTagKey(key)) ?? [];
    },
  };
}

const quoted = (keys: readonly string[]): string => listNames(keys.map((key) => `“${key}”`));

function fixesFor(gaps: readonly Gap[], where: string, { valuesOf }: View): readonly Fix[] {
  const offers = gaps.map((gap) => ({ gap, values: valuesOf(gap.key) }));
  const unknown = offers.filter(({ values }) => values.length === 0).map(({ gap }) => gap.key);
  if (unknown.length > 0) {
    const title = `Give ${where} a value for ${quoted(unknown)}, under Tags in the inspector`;
    return [{ id: 'fill-in', title, kind: 'manual' }];
  }
  const isCertain = offers.every(({ values }) => values.length === 1);
  const rounds = offers.length === 1 ? Math.min(MOST_CHOICES, offers[0]?.values.length ?? 1) : 1;
  return Array.from({ length: rounds }, (_, index): Fix => {
    const missing = offers.map(({ gap: { key, ...gap }, values }) => ({
      ...gap,
      tags: { [key]: values[index] ?? '' },
    }));
    const written = missing.flatMap(({ tags }) => Object.entries(tags).map(([key, value]) => `${key} = ${value}`));
    return {
      id: `tag-${index + 1}`,
      title: `Tag ${where} with ${listNames(written)}`,
      kind: isCertain ? 'auto' : 'choice',
      apply: (current) => writeTags(current, missing),
    };
  });
}

/** How the tag is written where it is there in another case. */
function otherCase({ key, lacking }: Gap, { design, tagsOf, valuesOf }: View): string | undefined {
  if (valuesOf(key).length === 0) return undefined;
  for (const id of lacking) {
    const element = design.elements.get(id);
    const twin = element && tagsOf(element).find((tag) => foldTagKey(tag.key) === foldTagKey(key));
    if (twin) return twin.key;
  }
  return undefined;
}

function report(id: string, gaps: readonly Gap[], view: View): Violation {
  const lacking = [...new Set(gaps.flatMap((gap) => gap.lacking))];
  const isWhole = gaps.some(({ subject }) => subject === null);
  const name = view.design.elements.get(id)?.name ?? id;
  const where = isWhole ? 'the design' : name;
  const isAlone = !isWhole && lacking.length === 1 && lacking[0] === id;
  const keys = gaps.map(({ key }) => key);
  const twins = gaps.flatMap((gap) => {
    const twin = otherCase(gap, view);
    return twin === undefined ? [] : [`“${twin}” is not “${gap.key}”: AWS tells capital letters apart.`];
  });
  const what = `the required ${keys.length === 1 ? 'tag' : 'tags'} ${quoted(keys)}`;
  return {
    // The place alone: marks on all that it holds would hide those of other findings.
    elements: [id],
    message: [
      isAlone
        ? `${name} lacks ${what}, and inherits none.`
        : `${countOf(lacking.length, 'resource')} of ${where} lack${lacking.length === 1 ? 's' : ''} ${what}.`,
      ...twins,
      isAlone
        ? 'Neither its cost nor who answers for it can be told from the bill.'
        : `Neither their cost nor who answers for them can be told from the bill. Tag ${where}, and all it holds has the tag.`,
    ].join(' '),
    fixes: fixesFor(gaps, where, view),
  };
}

export const requiredTagsAreMissing: Rule = {
  id: 'OPS-05',
  group: 'operations',
  severity: 'info',
  title: 'Required tags are missing',
  why: 'Bills, budgets and alarms of a company are divided by tags; what has none is paid by somebody, and nobody knows whom to ask.',
  trigger:
    'The design names required tags, and a service or a VPC has one of them neither itself nor from its tier, a container or the design. Once, for the outermost place that lacks it as a whole.',
  guide: [],
  references: ['Infracost tagging policies', 'checkov CKV_AWS_153'],
  check: (topology, facts): Violation[] => {
    const { design } = topology;
    if (!design.header.requiredTags) return [];
    const lacking = findLacking(facts);
    if (lacking.length === 0) return [];
    const resources = resourcesOf(topology);
    const whole = topology.regions[0]?.id ?? resources[0]?.id ?? '';
    const found = new Map<string, Gap[]>();
    const view = viewOf(design, resources);
    for (const [key, lacks] of groupLacking(lacking, view))
      for (const gap of gapsOf(key, lacks, view)) {
        const id = gap.subject ?? whole;
        found.set(id, [...(found.get(id) ?? []), gap]);
      }
    return [...found].map(([id, gaps]) => report(id, gaps, view));
  },
};
