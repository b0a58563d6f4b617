import { designSettings } from '../catalog/design-settings';
import type { Profile } from '../catalog/profiles';
import { applyDiff } from '../model/diff';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { fail } from '../util/result';
import { type Facts, factsOfPart, gatherFacts, type Known } from './facts';
import { findByPart, type Memory, recall } from './memory';
import { type FoundByRule, putInOrder } from './order';
import { severityIn } from './profiles';
import type { Counts, Finding, Fix, Rule, Validation, Violation } from './rule';
import { rules as allRules } from './rules';
import { dropEchoes } from './subsume';
import { applyWaivers } from './waive';

export { createMemory, type Memory } from './memory';
export type { Counts, Finding, Fix, Validation, WaivedFinding } from './rule';

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
  const found = [...runRules(allRules, topology, context).values()].flat();
  const errors = found.filter(({ status, severity }) => status === 'fail' && severity === 'error');
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

/** The id under which a check that stopped is told of. */
const INTERNAL = 'INTERNAL';

/** What the user sees where a rule has a bug; the other rules go on. */
const internalFinding = (rule: Rule, error: unknown): Finding => ({
  key: `${INTERNAL}:${rule.id}`,
  ruleId: INTERNAL,
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

/** What each of some rules finds; rules that find nothing are not among them. */
function runRules(
  rules: readonly Rule[],
  topology: Topology,
  context: Context,
  facts = gatherFacts(topology, context.options),
): Map<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  for (const rule of rules) {
    const findings = runRule(rule, topology, facts, context);
    const [first] = findings;
    if (!first) continue;
    const known = found.get(first.ruleId);
    found.set(first.ruleId, known ? [...known, ...findings] : findings);
  }
  return found;
}

const only = (rules: readonly Rule[], byPart: Rule['byPart']): readonly Rule[] =>
  rules.filter((rule) => rule.byPart === byPart);

/** The same in another order, what was found in parts in which nothing changed from memory; undefined where that cannot be told. */
function runWithMemory(
  rules: readonly Rule[],
  topology: Topology,
  memory: Memory,
  context: Context,
): FoundByRule | undefined {
  const { today, estimateLevel } = context.options;
  const parts = recall(topology, memory);
  if (!parts) return undefined;
  const views = [...parts.values()].map((part) => part.topology);
  const whole = gatherFacts(topology, context.options, { losses: memory.losses, parts: views });
  const circumstances = [rules, today, estimateLevel, ...Object.values(whole.overall)];
  const lookAt =
    (some: readonly Rule[]) =>
    (part: Topology): FoundByRule =>
      runRules(some, part, context, factsOfPart(part, whole));
  const inParts = findByPart(parts, memory.alone, circumstances, lookAt(only(rules, true)));
  memory.losses = whole.losses;
  const withLosses = findByPart(parts, memory.withLosses, circumstances, lookAt(only(rules, 'with-losses')));
  // A rule that stops with an error is told of once, whatever the parts.
  if (inParts.has(INTERNAL) || withLosses.has(INTERNAL)) return undefined;
  const found = runRules(only(rules, undefined), topology, context, whole);
  for (const [ruleId, findings] of [...inParts, ...withLosses]) found.set(ruleId, findings);
  return found;
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
  const all = putInOrder(dropEchoes(found));
  const { open, waived, waivers } = applyWaivers(design, all, context.profile, today);
  return { findings: open, waived, waivers, counts: count(open) };
}
