import type { Design } from '../model/design';
import { type DesignDiff, diffBetween } from '../model/diff';
import { nameSubject } from '../model/name-subject';
import { estimate } from '../pricing/estimate';
import type { PriceBooks } from '../pricing/price-book';
import { availability, type EntryEstimate } from '../resilience/availability';
import { worstEntry } from '../resilience/show-availability';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { compareText } from '../util/sorting';
import type { Counts, Finding, Fix } from '../validation/validate';
import { subjectOf } from '../validation/waive';
import { applyFix } from './apply-fix';
import { checkDesign } from './check-design';
import { runThrough } from './run-through';

export interface WayOptions {
  /** Availability to reach, 0 to 1, of the entry that fares worst. */
  readonly target: number;
  readonly books: PriceBooks;
  /** The day, such as `2026-03-01`. */
  readonly today: string;
  /** Most designs tried; by default fewer the larger the design is. */
  readonly most?: number;
}

/** One fix of a set, with the finding that it mends. */
export interface WayStep {
  readonly ruleId: string;
  readonly finding: string;
  readonly title: string;
  /** Name of what the finding is about. */
  readonly subject: string;
}

/** A set of fixes, and what becomes of the design. */
export interface Way {
  /** In the order in which they are applied. */
  readonly steps: readonly WayStep[];
  readonly design: Design;
  readonly diff: DesignDiff;
  /** Added to the bill, in millionths of a US dollar a month. */
  readonly monthlyMicros: number;
  /** Of the entry that fares worst. */
  readonly entry: EntryEstimate;
  readonly counts: Counts;
}

export interface WaySearch {
  /** `no-entry`: nobody is drawn who sends requests, so nothing can be estimated. */
  readonly outcome: 'already' | 'reached' | 'unreachable' | 'no-entry';
  readonly target: number;
  /** Of the design as it is; null where there is no entry. */
  readonly now: EntryEstimate | null;
  /** Sets of fixes that reach the target, the cheapest first; none holds another. */
  readonly ways: readonly Way[];
  /** Where the target is not reached: the set that comes nearest, if any fix helps at all. */
  readonly nearest: Way | null;
  /** Not every set was tried: a cheaper way, or a way at all, may have been missed. */
  readonly cutShort: boolean;
  /** Designs tried. */
  readonly tried: number;
}

interface Node {
  readonly design: Design;
  readonly topology: Topology;
  readonly entry: EntryEstimate;
  readonly micros: number;
  readonly steps: readonly WayStep[];
  /** Identity of the set: fixes by finding and id, in no order. */
  readonly set: ReadonlySet<string>;
}

const WAYS = 3;
const MOST_STEPS = 6;
/** A difference below this is rounding. */
const EPSILON = 1e-12;
/** What a step may take before the next ones pay it back: a tier in a second zone, while all else is still in one, needs both. */
const TOLL = 0.002;

const defaultMost = (design: Design): number =>
  Math.min(400, Math.max(16, Math.floor(40_000 / Math.max(1, design.elements.size))));

function look(
  design: Design,
  books: PriceBooks,
): Pick<Node, 'design' | 'topology' | 'micros'> & { entry?: EntryEstimate } {
  const topology = resolve(design);
  const entry = worstEntry(availability(topology).entries);
  return { design, topology, micros: estimate(topology, books).total.micros, ...(entry && { entry }) };
}

const keyOf = (set: ReadonlySet<string>): string => [...set].sort(compareText).join('\n');
const holds = (set: ReadonlySet<string>, part: ReadonlySet<string>): boolean => [...part].every((id) => set.has(id));

/** Cheapest first; then fewer steps, then higher availability. */
const byCost = (a: Node, b: Node): number =>
  a.micros - b.micros || a.steps.length - b.steps.length || b.entry.availability - a.entry.availability;

const makesWay = ({ ruleId }: Finding): boolean => ruleId.startsWith('STA-');

/** AVL-02 offers this one where a machine keeps sessions or files: there can be no copies of it before they are elsewhere. */
const waitsForState = ({ fixes }: Finding): boolean => fixes.some(({ id }) => id === 'move-state-first');

/**
 * Fixes that can raise availability. Those that take state off the machines make way for copies; they are tried only where a fault
 * of availability waits for that.
 */
function applicable(findings: readonly Finding[]): { readonly finding: Finding; readonly fix: Fix }[] {
  const failing = findings.filter(({ status }) => status === 'fail');
  const faults = failing.filter(({ ruleId }) => ruleId.startsWith('AVL-') && ruleId !== 'AVL-17');
  const helpful = faults.some(waitsForState) ? [...faults, ...failing.filter(makesWay)] : faults;
  return helpful.flatMap((finding) => finding.fixes.filter(({ apply }) => apply).map((fix) => ({ finding, fix })));
}

/** The search as it stands. */
class Frontier {
  private readonly open: Node[] = [];
  private readonly seen = new Set<string>();
  readonly found: Node[] = [];

  push(node: Node): void {
    const key = keyOf(node.set);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.open.push(node);
    this.open.sort(byCost);
  }

  knows(set: ReadonlySet<string>): boolean {
    return this.seen.has(keyOf(set)) || this.found.some((way) => holds(set, way.set));
  }

  pop(): Node | undefined {
    for (let node = this.open.shift(); node; node = this.open.shift()) {
      const { set } = node;
      if (!this.found.some((way) => holds(set, way.set))) return node;
    }
    return undefined;
  }
}

/** The designs one fix further; yields after each that was tried. */
function* expand(node: Node, frontier: Frontier, options: WayOptions, budget: { left: number }): Generator<void, void> {
  const bill = estimate(node.topology, options.books);
  for (const { finding, fix } of applicable(checkDesign(node.topology, { today: options.today, bill }).findings)) {
    const set = new Set([...node.set, `${finding.key} ${fix.id}`]);
    if (frontier.knows(set)) continue;
    if (budget.left <= 0) return;
    budget.left -= 1;
    const fixed = applyFix(node.design, fix);
    if (fixed?.ok) {
      const { entry, ...next } = look(fixed.value, options.books);
      const step = {
        ruleId: finding.ruleId,
        finding: finding.title,
        title: fix.title,
        subject: nameSubject(node.design, subjectOf(finding)),
      };
      const gain = entry ? entry.availability - node.entry.availability : Number.NEGATIVE_INFINITY;
      const isIdle = Math.abs(gain) < EPSILON && !makesWay(finding);
      if (entry && gain >= -TOLL && !isIdle) frontier.push({ ...next, entry, set, steps: [...node.steps, step] });
    }
    yield;
  }
}

/**
 * Looks for sets of fixes that bring the entry that fares worst to an availability, the cheapest first. The search is bounded: it says
 * when it was cut short. A generator, so that a page can do other things in between; each step yields how many designs were tried.
 */
export function* findWays(design: Design, options: WayOptions): Generator<number, WaySearch> {
  const { target, books, today } = options;
  const first = look(design, books);
  const nothing = { target, now: first.entry ?? null, ways: [], nearest: null, cutShort: false, tried: 0 };
  if (!first.entry) return { ...nothing, outcome: 'no-entry' };
  if (first.entry.availability >= target) return { ...nothing, outcome: 'already' };
  const start: Node = { ...first, entry: first.entry, steps: [], set: new Set() };
  const most = options.most ?? defaultMost(design);
  const budget = { left: most };
  const frontier = new Frontier();
  frontier.push(start);
  let best = start;
  let isDeep = false;
  for (let node = frontier.pop(); node && frontier.found.length < WAYS && budget.left > 0; node = frontier.pop()) {
    if (node.entry.availability > best.entry.availability + EPSILON) best = node;
    if (node.entry.availability >= target) frontier.found.push(node);
    else if (node.steps.length >= MOST_STEPS) isDeep = true;
    else for (const _ of expand(node, frontier, options, budget)) yield most - budget.left;
  }
  const toWay = ({ design: after, topology, entry, micros, steps }: Node): Way => ({
    steps,
    design: after,
    diff: diffBetween(design, after),
    monthlyMicros: micros - start.micros,
    entry,
    counts: checkDesign(topology, { today, bill: estimate(topology, books) }).counts,
  });
  const isCut = frontier.found.length < WAYS && (budget.left <= 0 || isDeep);
  return {
    outcome: frontier.found.length > 0 ? 'reached' : 'unreachable',
    target,
    now: start.entry,
    ways: [...frontier.found].sort(byCost).map(toWay),
    nearest: frontier.found.length > 0 || best === start ? null : toWay(best),
    cutShort: isCut,
    tried: most - budget.left,
  };
}

/** As `findWays`, at once. */
export const searchWays = (design: Design, options: WayOptions): WaySearch => runThrough(findWays(design, options));
