import { designSettings } from '../catalog/design-settings';
import type { Profile } from '../catalog/profiles';
import { applyDiff } from '../model/diff';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { groupBy } from '../util/grouping';
import { fail } from '../util/result';
import { compareText } from '../util/sorting';
import { type Facts, gatherFacts, type Known } from './facts';
import { findByPart, type Memory } from './memory';
import { severityIn } from './profiles';
import type { Counts, Finding, Fix, Rule, RuleGroup, Severity, Validation, Violation } from './rule';
import { rules as allRules } from './rules';
import { dropEchoes } from './subsume';
import { applyWaivers } from './waive';

export { createMemory, type Memory } from './memory';
export type { Counts, Finding, Fix, Validation, WaivedFinding } from './rule';

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** A design that AWS refuses comes first, then what is exposed, then what fails, then what is lost. */
const GROUP_RANK: Readonly<Record<RuleGroup, number>> = {
  connectivity: 0,
  network: 1,
  encryption: 2,
  identity: 3,
  availability: 4,
  state: 5,
  scaling: 6,
  operations: 7,
  cost: 8,
};
export const sourceOf = ({ guide, references }: Rule): string =>
  [...guide.map((section) => `Guide §${section}`), ...references].join('; ');

export interface ValidateOptions extends Known {
  /** Instead of all. */
  readonly rules?: readonly Rule[];
  /** The day, such as `2026-03-01`, on which waivers are read; without it none has expired. */
  readonly today?: string;
}

/** Before the last day of any waiver. */
const BEFORE_ALL = '';

/** What a run holds for all of its rules. */
interface Context {
  readonly profile: Profile;
  readonly options: ValidateOptions;
}

const NO_FIXES: readonly Fix[] = [];

/** Keys of all errors before echoes are dropped: what a fix merely uncovers is not new. */
function rawErrors(topology: Topology, context: Context): Set<string> {
  const errors = runRules(allRules, topology, context).filter(
    ({ status, severity }) => status === 'fail' && severity === 'error',
  );
  return new Set(errors.map(({ key }) => key));
}

/** The promise every fix makes, held when it is used: it adds no error. One that would says which instead. */
function guardFix(fix: Fix, context: Context): Fix {
  const { apply } = fix;
  if (!apply) return fix;
  return {
    ...fix,
    apply: (design, newId) => {
      const diff = apply(design, newId);
      const after = diff.ok ? applyDiff(design, diff.value) : diff;
      if (!after.ok) return after;
      const before = rawErrors(resolve(design), context);
      const added = validate(resolve(after.value), context.options).findings.find(
        ({ key, status, severity }) => status === 'fail' && severity === 'error' && !before.has(key),
      );
      if (!added) return diff;
      return fail('not-now', `This fix would bring another error: ${added.title}. ${added.message}`);
    },
  };
}

function complete(rule: Rule, source: string, violation: Violation, context: Context): Finding {
  const stated = violation.severity ?? rule.severity;
  const [subject = violation.connections?.[0] ?? ''] = violation.elements;
  const finding: Finding = {
    key: `${rule.id}:${subject}`,
    ruleId: rule.id,
    status: violation.status ?? 'fail',
    severity: severityIn(context.profile, rule, stated),
    title: rule.title,
    message: violation.message,
    why: rule.why,
    subjects: { elements: violation.elements, connections: violation.connections ?? [] },
    evidence: violation.evidence ?? {},
    fixes:
      violation.status === 'unknown'
        ? (violation.fixes ?? [])
        : (violation.fixes ?? NO_FIXES).map((fix) => guardFix(fix, context)),
    source,
  };
  const { question, ask } = violation;
  return question === undefined || ask === undefined ? finding : { ...finding, question, ask };
}

/** What the user sees where a rule has a bug; the other rules go on. */
const internalFinding = (rule: Rule, error: unknown): Finding => ({
  key: `INTERNAL:${rule.id}`,
  ruleId: 'INTERNAL',
  status: 'fail',
  severity: 'warning',
  title: 'A check could not be run',
  message: `The check ${rule.id} (${rule.title}) stopped with an error: ${error instanceof Error ? error.message : String(error)}. All other checks ran; please report this with the design.`,
  why: 'A fault in the check itself, not in the design.',
  subjects: { elements: [], connections: [] },
  evidence: {},
  fixes: [],
  source: '',
});

function runRule(rule: Rule, topology: Topology, facts: Facts, context: Context): readonly Finding[] {
  try {
    const source = sourceOf(rule);
    return rule.check(topology, facts).map((violation) => complete(rule, source, violation, context));
  } catch (error) {
    return [internalFinding(rule, error)];
  }
}

function runRules(
  rules: readonly Rule[],
  topology: Topology,
  context: Context,
  facts = gatherFacts(topology, context.options),
): Finding[] {
  return rules.flatMap((rule) => runRule(rule, topology, facts, context));
}

const isByPart = ({ byPart }: Rule): boolean => byPart === true;

/** The same findings in another order, those of parts in which nothing changed from memory; undefined where that cannot be told. */
function runWithMemory(
  rules: readonly Rule[],
  topology: Topology,
  memory: Memory,
  context: Context,
): Finding[] | undefined {
  const byPart = rules.filter(isByPart);
  const { today, estimateLevel } = context.options;
  const circumstances = [rules, today, estimateLevel];
  const found = findByPart(topology, memory, circumstances, (part) => runRules(byPart, part, context));
  // A rule that stops with an error is told of once, whatever the parts.
  if (!found || found.some(({ ruleId }) => ruleId === 'INTERNAL')) return undefined;
  const rest = rules.filter((rule) => !isByPart(rule));
  const facts = gatherFacts(topology, context.options, memory.losses);
  memory.losses = facts.losses;
  return [...runRules(rest, topology, context, facts), ...found];
}

/** Every rule's place in the order of ids. */
const idRanks: ReadonlyMap<string, number> = new Map(
  allRules
    .map(({ id }) => id)
    .sort(compareText)
    .map((id, rank) => [id, rank]),
);
const groupRanks = new Map(allRules.map(({ id, group }) => [id, GROUP_RANK[group]]));
const MOST_IDS = 10_000;

/** One number for what decides the order before the key: state, severity, group, the rule's id. */
function weigh({ status, severity, ruleId }: Finding): number {
  const weight = (status === 'fail' ? 0 : 100) + SEVERITY_RANK[severity] * 10 + (groupRanks.get(ruleId) ?? 9);
  return weight * MOST_IDS + (idRanks.get(ruleId) ?? MOST_IDS - 1);
}

const compareKeys = (a: Finding, b: Finding): number => compareText(a.ruleId, b.ruleId) || compareText(a.key, b.key);

/** What weighs the same comes from one rule, mostly in its order already. */
function sortByWeight(findings: readonly Finding[]): Finding[] {
  const byWeight = groupBy(findings, weigh);
  const weights = [...byWeight.keys()].sort((a, b) => a - b);
  return weights.flatMap((weight) => byWeight.get(weight)?.sort(compareKeys) ?? []);
}

/** Whether a rule names the same subject first in two findings; told by the subjects, since making out keys takes longer. */
function hasSharedKeys(findings: readonly Finding[]): boolean {
  const subjects = new Map<string, Set<string>>();
  for (const { ruleId, subjects: about } of findings) {
    const subject = about.elements[0] ?? about.connections[0] ?? '';
    const known = subjects.get(ruleId);
    if (!known) subjects.set(ruleId, new Set([subject]));
    else if (known.has(subject)) return true;
    else known.add(subject);
  }
  return false;
}

/** Numbers keys that a rule used twice, so that each is unique. */
function distinguishKeys(findings: readonly Finding[]): readonly Finding[] {
  if (!hasSharedKeys(findings)) return findings;
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key}#${count}` };
  });
}

/** Findings by the id of each of their subjects, elements and connections alike; in their order. */
export function indexSubjects(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byElement = new Map<string, Finding[]>();
  const note = (id: string, finding: Finding): void => {
    const known = byElement.get(id);
    if (known) known.push(finding);
    else byElement.set(id, [finding]);
  };
  for (const finding of findings) {
    for (const id of finding.subjects.elements) note(id, finding);
    for (const id of finding.subjects.connections) note(id, finding);
  }
  return byElement;
}

function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { status, severity } of findings) counts[status === 'unknown' ? 'unknown' : severity] += 1;
  return counts;
}

/**
 * Runs the rules over a design and takes out what its waivers accept. Never throws: a rule that does becomes one INTERNAL finding.
 * Pure and deterministic; how much a finding weighs follows the design's profile (`profiles.ts`). With a `memory` of the
 * validations before, parts of the design in which nothing changed since are not checked again; the result is the same.
 */
export function validate(topology: Topology, options: ValidateOptions = {}, memory?: Memory): Validation {
  const { rules = allRules, today = BEFORE_ALL } = options;
  const { design } = topology;
  const context: Context = { profile: designSettings.read(design.header.settings).environment, options };
  const found = (memory && runWithMemory(rules, topology, memory, context)) ?? runRules(rules, topology, context);
  const all = distinguishKeys(sortByWeight(dropEchoes(found)));
  const { open, waived, waivers } = applyWaivers(design, all, context.profile, today);
  return { findings: open, waived, waivers, byElement: indexSubjects(open), counts: count(open) };
}
