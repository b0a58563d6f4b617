import type { Service, Topology } from '../topology/topology';
import { type AvailabilityOptions, type AvailabilityReport, availability } from './availability';
import { type DesignRecovery, recovery } from './recovery';
import { showMinutes } from './recovery-times';

/** What the guide's decisions weigh (section 2.2). Cost and findings come from those who know them. */
export interface DesignInput {
  readonly topology: Topology;
  /** Millionths of a US dollar a month. */
  readonly monthlyMicros?: number;
  /** Some quantity or price is unknown: the bill is at least that. */
  readonly isLowerBound?: boolean;
  readonly findings?: { readonly error: number; readonly warning: number; readonly info: number };
}

export type FactorId =
  | 'monthly-cost'
  | 'availability'
  | 'recovery-time'
  | 'data-loss'
  | 'findings'
  | 'scale-headroom'
  | 'parts';

export interface FactorValue {
  /** Null where it is not known. Infinite where there is no limit. */
  readonly value: number | null;
  /** As a person reads it. */
  readonly text: string;
}

export interface Factor {
  readonly id: FactorId;
  readonly title: string;
  readonly unit: 'USD micros a month' | 'share' | 'minutes' | 'errors' | 'times' | 'services';
  readonly better: 'lower' | 'higher';
  /** One for each design, in their order. */
  readonly values: readonly FactorValue[];
  /** Indexes of the designs that do best; empty where all do alike or too little is known. */
  readonly best: readonly number[];
  /** What the row leaves out or assumes. */
  readonly note: string;
}

export interface Comparison {
  readonly names: readonly string[];
  readonly factors: readonly Factor[];
}

interface Facts {
  readonly input: DesignInput;
  readonly report: AvailabilityReport;
  readonly recovery: DesignRecovery;
}

const UNKNOWN: FactorValue = { value: null, text: 'not known' };

function cost({ input: { monthlyMicros, isLowerBound } }: Facts): FactorValue {
  if (monthlyMicros === undefined) return UNKNOWN;
  const amount = (Math.round(monthlyMicros / 10_000) / 100).toFixed(2);
  return { value: monthlyMicros, text: `${isLowerBound ? 'at least ' : ''}$${amount} a month` };
}

/** The least available entry. */
function worstEntry({ report }: Facts): FactorValue {
  const [worst] = [...report.entries].sort((a, b) => a.availability - b.availability);
  if (!worst) return { value: null, text: 'no entry is drawn' };
  const sign = report.entries.some(({ atMost }) => atMost) ? 'at most ' : 'about ';
  return { value: worst.availability, text: `${sign}${(worst.availability * 100).toFixed(3)} % (estimate)` };
}

const worstMinutes =
  (key: 'rto' | 'rpo') =>
  ({ recovery: { worst } }: Facts): FactorValue => {
    const figure = worst[key];
    if (!figure) return { value: 0, text: 'nothing to recover' };
    const { minutes } = figure[key];
    const text = minutes === null && key === 'rpo' ? 'everything' : showMinutes(minutes);
    return { value: minutes ?? Number.POSITIVE_INFINITY, text: `${text} (${figure.name})` };
  };

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function findings({ input }: Facts): FactorValue {
  if (!input.findings) return UNKNOWN;
  const { error, warning, info } = input.findings;
  // Errors first, warnings between designs with as many errors; infos never decide.
  return {
    value: error + Math.min(warning, 999_999) / 1_000_000,
    text: `${countOf(error, 'error')}, ${countOf(warning, 'warning')}, ${countOf(info, 'info')}`,
  };
}

const headroomOf = ({ traits }: Service): number =>
  traits.copies.desired > 0 && Number.isFinite(traits.copies.desired)
    ? traits.copies.max / traits.copies.desired
    : Number.POSITIVE_INFINITY;

/** How often the tightest of the machines that serve users can be multiplied without a change to the design. */
function headroom({ input: { topology } }: Facts): FactorValue {
  const serving = topology.services.filter(
    ({ id, definition }) =>
      (definition.family === 'compute' || definition.family === 'function') && topology.isCritical(id),
  );
  if (serving.length === 0) return { value: null, text: 'no machine serves users' };
  const value = Math.min(...serving.map(headroomOf));
  const rounded = Math.round(value * 10) / 10;
  return { value, text: Number.isFinite(value) ? (value > 1 ? `${rounded} times` : 'none') : 'AWS scales it' };
}

const parts = ({ input: { topology } }: Facts): FactorValue => {
  const value = topology.services.length;
  return { value, text: `${value} ${value === 1 ? 'service' : 'services'}` };
};

interface Row extends Pick<Factor, 'id' | 'title' | 'unit' | 'better' | 'note'> {
  readonly read: (facts: Facts) => FactorValue;
}

const ROWS: readonly Row[] = [
  {
    id: 'monthly-cost',
    title: 'Monthly cost',
    unit: 'USD micros a month',
    better: 'lower',
    note: 'As estimated for each design; at least that where some usage is not stated.',
    read: cost,
  },
  {
    id: 'availability',
    title: 'Availability',
    unit: 'share',
    better: 'higher',
    note: 'Of the entry that fares worst; an estimate from what AWS promises.',
    read: worstEntry,
  },
  {
    id: 'recovery-time',
    title: 'Recovery time (RTO)',
    unit: 'minutes',
    better: 'lower',
    note: 'Of the service that takes longest when one Availability Zone fails; an estimate.',
    read: worstMinutes('rto'),
  },
  {
    id: 'data-loss',
    title: 'Data loss (RPO)',
    unit: 'minutes',
    better: 'lower',
    note: 'Of the service that loses most when one Availability Zone fails; an estimate.',
    read: worstMinutes('rpo'),
  },
  {
    id: 'findings',
    title: 'Findings',
    unit: 'errors',
    better: 'lower',
    note: 'Errors count; warnings decide between designs with as many errors.',
    read: findings,
  },
  {
    id: 'scale-headroom',
    title: 'Room to scale',
    unit: 'times',
    better: 'higher',
    note: 'Most copies over the usual number, for the machines that serve users and can grow least.',
    read: headroom,
  },
  {
    id: 'parts',
    title: 'Parts to run',
    unit: 'services',
    better: 'lower',
    note: 'Services somebody sets up, watches and pays for.',
    read: parts,
  },
];

function findBest(values: readonly FactorValue[], better: Factor['better']): number[] {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length < 2) return [];
  const best = better === 'lower' ? Math.min(...known) : Math.max(...known);
  if (known.length === values.length && known.every((value) => value === best)) return [];
  return values.flatMap(({ value }, index) => (value === best ? [index] : []));
}

/** Puts designs side by side on what the guide weighs. Says which does better in each row and nothing on which to choose. */
export function compareDesigns(inputs: readonly DesignInput[], options: AvailabilityOptions = {}): Comparison {
  const facts = inputs.map((input) => ({
    input,
    report: availability(input.topology, options),
    recovery: recovery(input.topology),
  }));
  return {
    names: inputs.map(({ topology }) => topology.design.header.name),
    factors: ROWS.map(({ read, ...row }) => {
      const values = facts.map(read);
      return { ...row, values, best: findBest(values, row.better) };
    }),
  };
}
