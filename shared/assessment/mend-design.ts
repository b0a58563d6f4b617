import type { Design } from '../model/design';
import { estimate } from '../pricing/estimate';
import type { PriceBooks } from '../pricing/price-book';
import { resolve } from '../topology/resolve';
import type { Finding, Fix, Validation } from '../validation/validate';
import { applyFix } from './apply-fix';
import { checkDesign } from './check-design';

export interface MendOptions {
  /** Only findings of this rule. */
  readonly rule?: string;
  /** Only fixes that bring no new warning and cost nothing more. */
  readonly safe: boolean;
  /** The day, such as `2026-03-01`. */
  readonly today: string;
}

/** A fix that was tried. */
export interface Attempt {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly isApplied: boolean;
  /** Why it was left out; empty where it was applied. */
  readonly reason: string;
  /** What it adds to the bill, in millionths of a US dollar a month; 0 where it was left out. */
  readonly monthlyMicros: number;
}

export interface Mended {
  readonly design: Design;
  readonly attempts: readonly Attempt[];
  /** Of the mended design. */
  readonly validation: Validation;
}

interface State {
  readonly design: Design;
  readonly validation: Validation;
  readonly micros: number;
}

const assess = (design: Design, books: PriceBooks, today: string): State => {
  const topology = resolve(design);
  const bill = estimate(topology, books);
  return { design, validation: checkDesign(topology, { today, bill }), micros: bill.total.micros };
};

const isGrave = ({ status, severity }: Finding, safe: boolean): boolean =>
  status === 'fail' && (severity === 'error' || (safe && severity === 'warning'));

/** Why the step from one state to the next must not be made; undefined where it may. */
function findObjection(before: State, after: State, { key }: Finding, { safe }: MendOptions): string | undefined {
  if (after.validation.findings.some((finding) => finding.key === key)) return 'It would not clear the finding.';
  const known = new Set(before.validation.findings.map((finding) => finding.key));
  const added = after.validation.findings.find((finding) => isGrave(finding, safe) && !known.has(finding.key));
  if (added) return `It would bring another finding: ${added.ruleId} ${added.title}.`;
  if (safe && after.micros > before.micros) return 'It would raise the monthly bill.';
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

/** Applies automatic fixes one by one, the gravest finding first, until none is left that helps. Each is tried once. */
export function mendDesign(start: Design, books: PriceBooks, options: MendOptions): Mended {
  const tried = new Set<string>();
  const attempts: Attempt[] = [];
  let state = assess(start, books, options.today);
  for (let next = findNext(state, tried, options.rule); next; next = findNext(state, tried, options.rule)) {
    const { finding, fix } = next;
    tried.add(`${finding.key} ${fix.id}`);
    const fixed = applyFix(state.design, fix);
    if (!fixed) continue;
    const after = fixed.ok ? assess(fixed.value, books, options.today) : state;
    const objection = fixed.ok ? findObjection(state, after, finding, options) : fixed.error.message;
    const isApplied = objection === undefined;
    attempts.push({
      finding,
      fix,
      isApplied,
      reason: objection ?? '',
      monthlyMicros: isApplied ? after.micros - state.micros : 0,
    });
    if (isApplied) state = after;
  }
  return { design: state.design, attempts, validation: state.validation };
}
