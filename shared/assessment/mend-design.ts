import type { Design } from '../model/design';
import { nameSubject } from '../model/name-subject';
import { estimate } from '../pricing/estimate';
import type { PriceBooks } from '../pricing/price-book';
import { availability } from '../resilience/availability';
import { worstEntry } from '../resilience/show-availability';
import { resolve } from '../topology/resolve';
import type { Finding, Fix, Validation } from '../validation/validate';
import { subjectOf } from '../validation/waive';
import { applyFix } from './apply-fix';
import { checkDesign } from './check-design';
import { runThrough } from './run-through';

export interface MendOptions {
  /** Only findings of this rule. */
  readonly rule?: string;
  /** Only fixes that bring no new warning, cost nothing more, delete nothing that is drawn and take nothing of the availability. */
  readonly safe: boolean;
  /** The day, such as `2026-03-01`. */
  readonly today: string;
  /** Most fixes tried; by default fewer the larger the design is. */
  readonly most?: number;
}

/** A fix that was tried. */
export interface Attempt {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly isApplied: boolean;
  /** Name of what the finding is about. */
  readonly subject: string;
  /** Why it was left out; empty where it was applied. */
  readonly reason: string;
  /** What it adds to the bill, in millionths of a US dollar a month; 0 where it was left out. */
  readonly monthlyMicros: number;
}

export interface Mended {
  readonly design: Design;
  readonly attempts: readonly Attempt[];
  /** Not every fix was tried: there are too many for a design of that size. */
  readonly cutShort: boolean;
  /** Of the mended design. */
  readonly validation: Validation;
}

interface State {
  readonly design: Design;
  readonly validation: Validation;
  readonly micros: number;
  /** Of the entry that fares worst, 0 to 1; null where nobody is drawn. */
  readonly availability: number | null;
}

const assess = (design: Design, books: PriceBooks, today: string): State => {
  const topology = resolve(design);
  const bill = estimate(topology, books);
  return {
    design,
    validation: checkDesign(topology, { today, bill }),
    micros: bill.total.micros,
    availability: worstEntry(availability(topology).entries)?.availability ?? null,
  };
};

const isGrave = ({ status, severity }: Finding, safe: boolean): boolean =>
  status === 'fail' && (severity === 'error' || (safe && severity === 'warning'));

/** A difference below this is rounding. */
const EPSILON = 1e-12;

const isLess = (after: number | null, before: number | null): boolean =>
  after !== null && before !== null && after < before - EPSILON;

/** What was drawn before and is not any more, in words; undefined where all is left. */
function findDeleted(before: Design, after: Design): string | undefined {
  for (const { id, name } of before.elements.values()) if (!after.elements.has(id)) return name;
  for (const { id, from, to } of before.connections.values()) {
    if (after.connections.has(id)) continue;
    const [caller, target] = [from, to].map((end) => before.elements.get(end)?.name ?? end);
    return `the connection from ${caller} to ${target}`;
  }
  return undefined;
}

/** Why the step from one state to the next must not be made; undefined where it may. */
function findObjection(before: State, after: State, { key }: Finding, { safe }: MendOptions): string | undefined {
  if (after.validation.findings.some((finding) => finding.key === key)) return 'It would not clear the finding.';
  const known = new Set(before.validation.findings.map((finding) => finding.key));
  const added = after.validation.findings.find((finding) => isGrave(finding, safe) && !known.has(finding.key));
  if (added) return `It would bring another finding: ${added.ruleId} ${added.title}.`;
  if (!safe) return undefined;
  const deleted = findDeleted(before.design, after.design);
  if (deleted !== undefined) return `It would delete ${deleted}.`;
  if (after.micros > before.micros) return 'It would raise the monthly bill.';
  if (isLess(after.availability, before.availability)) return 'It would lower the estimated availability.';
  return undefined;
}

/** The next finding with an automatic fix that was not tried yet. */
function findNext({ validation }: State, tried: ReadonlySet<string>, rule: string | undefined) {
  for (const finding of validation.findings) {
    if (finding.status !== 'fail' || (rule !== undefined && finding.ruleId !== rule)) continue;
    const fix = finding.fixes.find(
      ({ id, kind, apply }) => kind === 'auto' && apply && !tried.has(`${finding.key} ${id}`),
    );
    if (fix) return { finding, fix };
  }
  return undefined;
}

/** What one try costs grows with the design: so many take a minute or two, however large it is. */
const MOST_TRIES_TIMES_ELEMENTS = 2_000_000;
const FEWEST_TRIES = 20;

const defaultMost = ({ elements }: Design): number =>
  Math.max(FEWEST_TRIES, Math.ceil(MOST_TRIES_TIMES_ELEMENTS / Math.max(1, elements.size)));

/**
 * Applies automatic fixes one by one, the gravest finding first, until none is left that helps, or so many were tried that it says it
 * was cut short. Each is tried once. A generator, so that a page can do other things in between; it yields how many were tried.
 */
export function* mendStepwise(start: Design, books: PriceBooks, options: MendOptions): Generator<number, Mended> {
  const tried = new Set<string>();
  const attempts: Attempt[] = [];
  const { rule, today, most = defaultMost(start) } = options;
  let state = assess(start, books, today);
  let next = findNext(state, tried, rule);
  for (; next && tried.size < most; next = findNext(state, tried, rule)) {
    const { finding, fix } = next;
    tried.add(`${finding.key} ${fix.id}`);
    const fixed = applyFix(state.design, fix);
    if (!fixed) continue;
    const after = fixed.ok ? assess(fixed.value, books, today) : state;
    const objection = fixed.ok ? findObjection(state, after, finding, options) : fixed.error.message;
    const isApplied = objection === undefined;
    attempts.push({
      finding,
      fix,
      subject: nameSubject(state.design, subjectOf(finding)),
      isApplied,
      reason: objection ?? '',
      monthlyMicros: isApplied ? after.micros - state.micros : 0,
    });
    if (isApplied) state = after;
    yield attempts.length;
  }
  return { design: state.design, attempts, cutShort: next !== undefined, validation: state.validation };
}

/** As `mendStepwise`, at once. */
export const mendDesign = (start: Design, books: PriceBooks, options: MendOptions): Mended =>
  runThrough(mendStepwise(start, books, options));
