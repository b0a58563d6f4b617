import { compareText } from '../../shared/util/sorting';
import type { Tag, TagPlan } from '../plan/tags';
import type { Module } from './module';

/** Tags as CDK gives them: each as far out as everything inside has the key. Those of the design are the app's. */
export interface CdkTags {
  /** What all of the stack has beyond the app. */
  readonly ofStack: readonly Tag[];
  /** What all in a module has beyond the stack. */
  ofModule(module: Module): readonly Tag[];
  /** What an element has beyond the module that its constructs are in. */
  ofElement(elementId: string, module: Module): readonly Tag[];
  /** What an element has beyond another, inside of whose construct its own is. */
  ofInner(elementId: string, outerId: string): readonly Tag[];
}

const NONE: readonly Tag[] = [];

/** The tags that another place does not give already with the same value. */
const beyond = (tags: readonly Tag[], given: readonly Tag[]): readonly Tag[] => {
  const values = new Map(given.map(({ key, value }) => [key, value]));
  return tags.filter(({ key, value }) => values.get(key) !== value);
};

/** What all sets have in common. */
const shared = ([first = NONE, ...others]: readonly (readonly Tag[])[]): readonly Tag[] =>
  first.filter(({ key, value }) => others.every((tags) => tags.some((tag) => tag.key === key && tag.value === value)));

/** Keys that all sets have, each with its most frequent value: those with another say so themselves. */
function usual(sets: readonly (readonly Tag[])[]): readonly Tag[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { key, value } of sets.flat()) {
    const values = counts.get(key) ?? new Map<string, number>();
    counts.set(key, values.set(value, (values.get(value) ?? 0) + 1));
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, values]) => {
      const all = [...values].sort(([a, m], [b, n]) => n - m || compareText(a, b));
      const isEverywhere = all.reduce((sum, [, count]) => sum + count, 0) === sets.length;
      return isEverywhere && all[0] ? [{ key, value: all[0][0] }] : [];
    });
}

/**
 * Divides the tags of a stack over its constructs.
 * @param owners the elements whose constructs a module holds
 * @param hasMore whether the stack holds something that belongs to the design alone
 */
export function divideTags(plan: TagPlan, owners: ReadonlyMap<Module, readonly string[]>, hasMore: boolean): CdkTags {
  const whole = new Map([...owners].map(([module, ids]) => [module, usual(ids.map((id) => plan.of(id)))] as const));
  const common = hasMore ? NONE : beyond(shared([...whole.values()]), plan.design);
  const given = [...plan.design, ...common];
  return {
    ofStack: common,
    ofModule: (module) => beyond(whole.get(module) ?? NONE, given),
    ofElement: (elementId, module) => beyond(plan.of(elementId), [...given, ...(whole.get(module) ?? NONE)]),
    ofInner: (elementId, outerId) => beyond(plan.of(elementId), plan.of(outerId)),
  };
}
