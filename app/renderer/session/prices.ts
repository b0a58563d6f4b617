import { create } from 'zustand';
import type { PriceProgress, PriceRefresh, PriceRefreshOutcome } from '../../../shared/ipc/prices';
import { layerRecords } from '../../../shared/pricing/live/layer-records';
import type { PriceRecord } from '../../../shared/pricing/live/price-record';
import type { PriceBooks } from '../../../shared/pricing/price-book';
import { desktop } from '../desktop';
import { plural } from '../format';
import { app } from '../store/app';

/** Whom to ask, and as whom. */
export type PriceChoice = Pick<PriceRefresh, 'source' | 'profile' | 'endpointRegion'>;

/** How the last refresh went, in one line. */
export interface RefreshReport {
  readonly tone: 'ok' | 'info' | 'warning';
  readonly text: string;
}

export interface LivePrices {
  readonly choice: PriceChoice;
  /** Null while none is under way. */
  readonly progress: PriceProgress | null;
  readonly report: RefreshReport | null;
}

/** The refresh of live prices. It goes on while the drawer is closed. */
export const usePrices = create<LivePrices>()(() => ({
  choice: { source: 'query', profile: null, endpointRegion: 'us-east-1' },
  progress: null,
  report: null,
}));

export const choosePriceSource = (change: Partial<PriceChoice>): void =>
  usePrices.setState(({ choice }) => ({ choice: { ...choice, ...change } }));

/** Read in this session; a price that was read twice is what the later answer said. */
const live = new Map<string, PriceRecord>();
let cached: readonly PriceRecord[] = [];
let bundled: PriceBooks | null = null;

const showBooks = (): void => {
  if (bundled === null) return;
  const isPlain = live.size === 0 && cached.length === 0;
  app.setBooks(isPlain ? bundled : layerRecords(bundled, { live: [...live.values()], cached }));
};

/** Prices are not needed to draw: they come after the first paint, and the bill appears then. */
export async function loadPrices(): Promise<void> {
  const { loadBundledBooks } = await import('../../../shared/pricing/bundled-books');
  const [books, status] = await Promise.all([loadBundledBooks(), desktop.invoke('prices.status', {})]);
  bundled = books;
  if (status.ok) cached = status.value.cached;
  showBooks();
}

const tellOutcome = ({ prices, fromCache, unanswered, failure, kept }: PriceRefreshOutcome): RefreshReport => {
  const recent = fromCache === 0 ? '' : `, ${fromCache} were recent`;
  const missing = unanswered.length === 0 ? '' : `, ${unanswered.length} stay as they are: AWS lists no single product`;
  const lost = kept ? '' : ' They could not be kept for the next start.';
  const text = `${plural(prices.length, 'price')} read${recent}${missing}.${lost}`;
  if (failure === null) return { tone: 'ok', text };
  const before = prices.length === 0 ? '' : `${text} `;
  return { tone: failure.code === 'cancelled' ? 'info' : 'warning', text: `${before}${failure.message}` };
};

/** Reads the prices that the design needs from AWS; those read within the last hour are not asked for again. */
export async function refreshPrices(): Promise<void> {
  const { topology, books } = app.getState();
  if (books === null || usePrices.getState().progress !== null) return;
  const { listNeededPrices } = await import('../../../shared/pricing/live/needed-prices');
  const needs = [...listNeededPrices(topology, books)];
  if (needs.length === 0) {
    usePrices.setState({ report: { tone: 'info', text: 'Nothing in this design has a price that AWS lists.' } });
    return;
  }
  usePrices.setState({ progress: { done: 0, total: needs.length, requests: 0 }, report: null });
  const stop = desktop.on('prices.progress', (progress) => usePrices.setState({ progress }));
  const answer = await desktop.invoke('prices.refresh', {
    ...usePrices.getState().choice,
    needs,
    maxAgeHours: 1,
  });
  stop();
  if (answer.ok) for (const price of answer.value.prices) live.set(`${price.region} ${price.key}`, price);
  showBooks();
  usePrices.setState({
    progress: null,
    report: answer.ok ? tellOutcome(answer.value) : { tone: 'warning', text: answer.message },
  });
}

/** Stops the refresh; what was read stays. */
export const cancelRefresh = (): void => {
  void desktop.invoke('prices.cancel', {});
};
