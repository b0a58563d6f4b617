import { join } from 'node:path';
import { z } from 'zod';
import type {
  AwsProfile,
  EndpointRegion,
  PriceProgress,
  PriceRefresh,
  PriceRefreshOutcome,
  PriceStatus,
} from '../../../shared/ipc/prices';
import { askPrice } from '../../../shared/pricing/live/ask-price';
import { type PriceRecord, priceRecordSchema } from '../../../shared/pricing/live/price-record';
import type { PriceQuestion } from '../../../shared/pricing/live/question';
import { openJsonStore, type StoreTools } from '../files/json-store';
import { describeFailure } from './failures';
import { fetchPrices } from './fetch-prices';
import { createOfferSource, OFFER_HOST } from './offer-source';
import type { PriceSource } from './price-source';
import { listProfiles } from './profiles';
import { createQuerySource } from './query-source';

export interface PriceDeskPorts {
  readonly tools: StoreTools;
  /** Folder the cache lies in. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds one request may take. */
  readonly patienceMs?: number;
  /** Where offer files come from; tests put a loopback address in. */
  readonly offerBase?: string;
}

/** Live prices with their cache. Works in plain Node as well: the command line uses the same. */
export interface PriceDesk {
  readonly status: () => Promise<PriceStatus>;
  readonly profiles: () => Promise<readonly AwsProfile[]>;
  /** Reads the prices asked for; those younger than `maxAgeHours` are taken from the cache. Never throws. */
  readonly refresh: (
    request: PriceRefresh,
    onProgress: (progress: PriceProgress) => void,
  ) => Promise<PriceRefreshOutcome>;
  /** Stops the refresh that is under way; what it has read stays. */
  readonly cancel: () => void;
}

const cacheSchema = z.object({ prices: z.array(priceRecordSchema) });
const CACHE_FILE = 'prices-cache.json';
const MAX_CACHED = 5000;
const PATIENCE_MS = 15_000;
const MS_PER_HOUR = 3_600_000;

const idOf = ({ key, region }: { readonly key: string; readonly region: string }): string => `${region} ${key}`;

const newestFirst = (a: PriceRecord, b: PriceRecord): number => (a.fetchedAt < b.fetchedAt ? 1 : -1);

const mergeRecords = (old: readonly PriceRecord[], fresh: readonly PriceRecord[]): PriceRecord[] => {
  const merged = new Map(old.map((record) => [idOf(record), record]));
  for (const record of fresh) merged.set(idOf(record), record);
  return [...merged.values()].sort(newestFirst).slice(0, MAX_CACHED);
};

const makeSource = (
  request: PriceRefresh,
  { patienceMs = PATIENCE_MS, offerBase = OFFER_HOST }: PriceDeskPorts,
): PriceSource => {
  const { profile, endpointRegion }: { profile: string | null; endpointRegion: EndpointRegion } = request;
  return request.source === 'query'
    ? createQuerySource({ profile, endpointRegion, patienceMs })
    : createOfferSource(offerBase, patienceMs);
};

/** Opens the cache and makes the desk. Nothing of the AWS client is loaded before the first refresh. */
export const openPriceDesk = async (ports: PriceDeskPorts): Promise<PriceDesk> => {
  const { tools, environment } = ports;
  const cache = await openJsonStore(tools, join(ports.folder, CACHE_FILE), cacheSchema, { prices: [] });
  const readText = async (path: string) => new TextDecoder().decode(await tools.disk.read(path));
  const profiles = () => listProfiles(environment, readText);
  let running: AbortController | undefined;

  const refuse = (code: 'unknown-profile'): PriceRefreshOutcome => ({
    prices: [],
    unanswered: [],
    failure: describeFailure(code),
    requests: 0,
    fromCache: 0,
    kept: true,
  });

  const refresh: PriceDesk['refresh'] = async (request, onProgress) => {
    const { profile } = request;
    if (profile !== null && !(await profiles()).some(({ name }) => name === profile)) return refuse('unknown-profile');
    running?.abort();
    const control = new AbortController();
    running = control;
    const oldest = new Date(tools.now() - request.maxAgeHours * MS_PER_HOUR).toISOString();
    const cached = new Map(cache.get().prices.map((record) => [idOf(record), record]));
    const recent = request.needs.flatMap((need) => {
      const record = cached.get(idOf(need));
      return record !== undefined && record.fetchedAt > oldest ? [record] : [];
    });
    const known = new Set(recent.map(idOf));
    const questions = request.needs
      .filter((need) => !known.has(idOf(need)))
      .map(({ key, region }): PriceQuestion | undefined => askPrice(key, region))
      .filter((question) => question !== undefined);
    const source = makeSource(request, ports);
    const { records, unanswered, failure } = await fetchPrices(source, questions, {
      signal: control.signal,
      now: tools.now,
      onProgress,
    });
    source.close();
    if (running === control) running = undefined;
    const kept = records.length === 0 || (await cache.set({ prices: mergeRecords(cache.get().prices, records) })).ok;
    return {
      prices: [...records],
      unanswered: [...unanswered],
      failure: failure === null ? null : describeFailure(failure),
      requests: source.requests(),
      fromCache: recent.length,
      kept,
    };
  };

  return {
    profiles,
    refresh,
    status: async () => ({ cached: [...cache.get().prices], refreshing: running !== undefined }),
    cancel: () => running?.abort(),
  };
};
