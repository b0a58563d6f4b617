import type { PriceFailureCode, PriceProgress } from '../../../shared/ipc/prices';
import type { PriceRecord } from '../../../shared/pricing/live/price-record';
import type { PriceQuestion } from '../../../shared/pricing/live/question';
import { pickPrice } from '../../../shared/pricing/live/read-product';
import { sortFailure } from './failures';
import { followSignal } from './follow-signal';
import type { PriceSource } from './price-source';

/** A price the list gave no usable answer for. */
export interface UnansweredPrice {
  readonly key: string;
  readonly region: string;
  readonly message: string;
}

export interface FetchOutcome {
  readonly records: readonly PriceRecord[];
  readonly unanswered: readonly UnansweredPrice[];
  /** Why it stopped early; what was read until then is in `records`. */
  readonly failure: PriceFailureCode | null;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly onProgress: (progress: PriceProgress) => void;
  /** Questions under way at once. */
  readonly concurrency?: number;
}

const CONCURRENCY = 4;

/** Several prices stand in one answer: an instance's hour and its reservations. They are asked for once. */
interface Group {
  readonly region: string;
  readonly questions: readonly PriceQuestion[];
}

const groupQuestions = (questions: readonly PriceQuestion[]): Group[] => {
  const groups = new Map<string, { region: string; questions: PriceQuestion[] }>();
  for (const question of questions) {
    const id = JSON.stringify([question.region, question.queries]);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { region: question.region, questions: [question] });
    else group.questions.push(question);
  }
  return [...groups.values()];
};

const onDemandOnly = { field: 'termType', value: 'OnDemand' } as const;

const askGroup = async (source: PriceSource, group: Group, options: FetchOptions) => {
  const [first] = group.questions;
  const records: PriceRecord[] = [];
  const unanswered: UnansweredPrice[] = [];
  // Reservations make up most of the bytes of an answer.
  const isPlain = source.via === 'query' && group.questions.every(({ part }) => part.block === 'on-demand');
  let answer: readonly unknown[] = [];
  for (const query of first?.queries ?? []) {
    const asked = isPlain ? { ...query, filters: [...query.filters, onDemandOnly] } : query;
    answer = await source.ask(asked, group.region, options.signal);
    if (answer.length > 0) break;
  }
  for (const question of group.questions) {
    const picked = pickPrice(question, answer);
    const { key, region } = question;
    if (!picked.ok) unanswered.push({ key, region, message: picked.problem.message });
    else {
      const fetchedAt = new Date(options.now()).toISOString();
      records.push({ ...picked.price, key, region, fetchedAt, via: source.via });
    }
  }
  return { records, unanswered };
};

/**
 * Reads prices from a source, a few questions at a time. Stops at the first failure of the source, keeping what it has;
 * an answer without the one right product concerns its own price only. Never throws.
 */
export const fetchPrices = async (
  source: PriceSource,
  questions: readonly PriceQuestion[],
  options: FetchOptions,
): Promise<FetchOutcome> => {
  const groups = groupQuestions(questions.filter(source.covers));
  const waiting = groups.values();
  const records: PriceRecord[] = [];
  const unanswered: UnansweredPrice[] = [];
  const { control: stop, release } = followSignal(options.signal);
  const { signal } = stop;
  let failure: PriceFailureCode | null = null;
  let done = 0;
  const report = () => options.onProgress({ done, total: groups.length, requests: source.requests() });
  const work = async (): Promise<void> => {
    for (const group of waiting) {
      if (signal.aborted) return;
      const part = await askGroup(source, group, { ...options, signal });
      records.push(...part.records);
      unanswered.push(...part.unanswered);
      done += 1;
      report();
    }
  };
  const guard = (): Promise<void> =>
    work().catch((error: unknown) => {
      failure ??= options.signal.aborted ? 'cancelled' : sortFailure(error);
      stop.abort();
    });
  report();
  await Promise.all(Array.from({ length: options.concurrency ?? CONCURRENCY }, guard));
  release();
  if (options.signal.aborted) failure = 'cancelled';
  return { records, unanswered, failure };
};
