import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { type PriceServer, startPriceServer } from '../../../e2e/price-server/start-price-server';
import type { PriceRefresh } from '../../../shared/ipc/prices';
import type { PriceKey } from '../../../shared/pricing/price-key';
import { nodeDisk } from '../files/disk';
import { createOrder } from '../files/run-in-order';
import { openPriceDesk, type PriceDesk } from '../pricing/price-desk';
import { makeFolder } from './make-folder';

export const REGION = 'sa-east-1';
export const SECRET = 'canary/secret/AAAAAAAAAAAAAAAAAAAAAAAAAA';
export const KEY_ID = 'AKIACANARY0000000000';
export const TOKEN = 'canary-session-token-000000';

/** The loopback server, the folder of configuration and cache, and what was printed; made anew for each test. */
export let server: PriceServer;
export let folder: string;
export let printed: string[];

beforeEach(async () => {
  server = await startPriceServer();
  folder = await makeFolder();
  const config = join(folder, 'config');
  const credentials = join(folder, 'credentials');
  await writeFile(
    config,
    '[default]\nregion = us-east-1\n[profile tools]\ncredential_process = /bin/tool\n[sso-session x]\n[profile  team a]\n',
  );
  await writeFile(
    credentials,
    `[work]\naws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${SECRET}\naws_session_token = ${TOKEN}\n`,
  );
  const environment: Record<string, string | undefined> = {
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_PRICING: server.url,
    AWS_PROFILE: undefined,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    AWS_SESSION_TOKEN: undefined,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  printed = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      printed.push(parts.map(String).join(' '));
    });
});

afterEach(async () => {
  await server.stop();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const clock = { now: Date.parse('2026-11-23T12:00:00Z') };

/** A desk on the loopback server, with the profile `work` and its canary credentials. */
export const openDesk = (patienceMs = 5000): Promise<PriceDesk> => {
  let names = 0;
  const tools = {
    disk: nodeDisk,
    order: createOrder(),
    randomName: () => {
      names += 1;
      return `${names}`;
    },
    now: () => clock.now,
  };
  return openPriceDesk({ tools, folder, environment: process.env, patienceMs, offerBase: server.url });
};

export const asking = (keys: readonly PriceKey[], change: Partial<PriceRefresh> = {}): PriceRefresh => ({
  needs: keys.map((key) => ({ key, region: REGION })),
  source: 'query',
  profile: 'work',
  endpointRegion: 'eu-central-1',
  maxAgeHours: 24,
  ...change,
});

export const quiet = () => undefined;
