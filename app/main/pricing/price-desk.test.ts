import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { PriceProgress } from '../../../shared/ipc/prices';
import {
  albHour,
  cacheHour,
  ebsStorage,
  ebsThroughput,
  ec2Hour,
  ec2ReservedHour,
  ec2ReservedUpfront,
  internetOut,
  interRegion,
  lambdaDuration,
  lambdaRequests,
  natHour,
  type PriceKey,
  rdsHour,
  s3ReadRequests,
  s3Storage,
  spotHour,
} from '../../../shared/pricing/price-key';
import {
  asking,
  folder,
  KEY_ID,
  openDesk,
  printed,
  quiet,
  REGION,
  SECRET,
  server,
  TOKEN,
} from '../testing/use-price-bench';

describe('reading prices from the price list', () => {
  // The figures are those of AWS's offer files of 2026-07 and 2026-08 for South America (São Paulo).
  it.each<[PriceKey, Record<string, unknown>]>([
    [ec2Hour('m5.large'), { usd: 0.153, unit: 'hour' }],
    [ec2ReservedHour('m5.large', '1y', 'partial'), { usd: 0.043, unit: 'hour' }],
    [ec2ReservedUpfront('m5.large', '1y', 'partial'), { usd: 377, unit: 'instance' }],
    [ec2ReservedUpfront('m5.large', '3y', 'all'), { usd: 1512, unit: 'instance' }],
    [ec2ReservedHour('m5.large', '3y', 'all'), { usd: 0 }],
    [ebsStorage('gp3'), { usd: 0.152, unit: 'GB-month' }],
    [ebsThroughput, { usd: 0.076, unit: 'MiBps-month' }],
    [albHour, { usd: 0.034 }],
    [cacheHour('Valkey', 'cache.m7g.large'), { usd: 0.18 }],
    [cacheHour('Redis', 'cache.m7g.large'), { usd: 0.225 }],
    [lambdaRequests('x86'), { usd: 0.2, unit: '1M requests' }],
    [interRegion('us-east-1'), { usd: 0.138 }],
    [s3ReadRequests('STANDARD'), { unit: '1000 requests', usd: 0.00056 }],
    [
      internetOut,
      {
        usd: 0.15,
        freePerMonth: 100,
        tiers: [
          { from: 0, to: 10240, usd: 0.15 },
          { from: 10240, to: 51200, usd: 0.138 },
          { from: 51200, to: 153600, usd: 0.126 },
          { from: 153600, to: null, usd: 0.114 },
        ],
      },
    ],
  ])('finds %s', async (key, expected) => {
    const { prices, failure, unanswered } = await (await openDesk()).refresh(asking([key]), quiet);
    expect({ failure, unanswered }).toEqual({ failure: null, unanswered: [] });
    expect(prices).toHaveLength(1);
    expect(prices[0]).toMatchObject({ key, region: REGION, via: 'query', ...expected });
  });

  it('signs for the endpoint that was chosen, with the profile that was chosen', async () => {
    await (await openDesk()).refresh(asking([albHour], { endpointRegion: 'ap-south-1' }), quiet);
    expect(server.seen.map(({ endpointRegion, accessKeyId }) => [endpointRegion, accessKeyId])).toEqual([
      ['ap-south-1', KEY_ID],
    ]);
  });

  it('asks once for what stands in one answer, and spares the reservations nobody needs', async () => {
    const keys = [
      ec2Hour('m5.large'),
      ec2ReservedHour('m5.large', '1y', 'no'),
      ec2ReservedUpfront('m5.large', '3y', 'all'),
    ];
    const desk = await openDesk();
    expect((await desk.refresh(asking(keys), quiet)).requests).toBe(1);
    await desk.refresh(asking([albHour]), quiet);
    const termTypes = server.seen.map(({ filters }) => filters.find(({ Field }) => Field === 'termType')?.Value);
    expect(termTypes).toEqual([undefined, 'OnDemand']);
  });

  it('follows the pages to the end', async () => {
    server.setPageSize(1);
    const { prices, requests } = await (await openDesk()).refresh(asking([albHour]), quiet);
    expect(prices[0]?.usd).toBe(0.034);
    // Six products share the operation; one of them is meant.
    expect(requests).toBe(6);
  });

  it('reports progress and asks a few at a time', async () => {
    server.setDelay(20);
    const steps: PriceProgress[] = [];
    const keys = [
      albHour,
      internetOut,
      ebsStorage('gp3'),
      lambdaRequests('arm'),
      lambdaDuration('x86'),
      s3Storage('STANDARD'),
    ];
    await (await openDesk()).refresh(asking(keys), (step) => steps.push(step));
    expect(steps[0]).toEqual({ done: 0, total: 6, requests: 0 });
    expect(steps.at(-1)).toMatchObject({ done: 6, total: 6 });
    expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('does not ask for what the price list cannot answer', async () => {
    const keys = [spotHour('m5.large'), ec2Hour("m5.large' OR 1"), natHour];
    const { unanswered } = await (await openDesk()).refresh(asking(keys), quiet);
    expect(unanswered.map(({ key }) => key)).toEqual([natHour]);
    expect(server.seen).toHaveLength(1);
  });

  it('takes no price from several products', async () => {
    server.setFault('two-products');
    const { prices, unanswered, failure } = await (await openDesk()).refresh(asking([ec2Hour('m5.large')]), quiet);
    expect(prices).toEqual([]);
    expect(failure).toBeNull();
    expect(unanswered[0]?.message).toMatch(/2 products where one is expected/);
  });

  it('tells Aurora MySQL from Aurora PostgreSQL', async () => {
    const needs = [{ key: rdsHour('MySQL', 'Single-AZ', 'db.t3.micro'), region: 'us-east-1' }];
    const { prices } = await (await openDesk()).refresh({ ...asking([]), needs }, quiet);
    expect(prices.map(({ usd }) => usd)).toEqual([0.017]);
  });
});

describe('the cache', () => {
  it('keeps prices with the time they were read, also for the next start', async () => {
    const desk = await openDesk();
    await desk.refresh(asking([albHour]), quiet);
    const again = await (await openDesk()).status();
    expect(again.cached).toMatchObject([{ key: albHour, region: REGION, fetchedAt: '2026-11-23T12:00:00.000Z' }]);
    const { requests, fromCache } = await desk.refresh(asking([albHour]), quiet);
    expect([requests, fromCache]).toEqual([0, 1]);
    expect((await desk.refresh(asking([albHour], { maxAgeHours: 0 }), quiet)).requests).toBe(1);
  });

  it('keeps what it had when a refresh fails', async () => {
    const desk = await openDesk();
    await desk.refresh(asking([albHour]), quiet);
    server.setFault('access-denied');
    await desk.refresh(asking([albHour], { maxAgeHours: 0 }), quiet);
    expect((await desk.status()).cached.map(({ key }) => key)).toEqual([albHour]);
  });
});

describe('a failing service', () => {
  it.each([
    ['throttling', 'throttled'],
    ['expired-token', 'expired'],
    ['access-denied', 'access-denied'],
    ['invalid-token', 'bad-credentials'],
    ['server-error', 'server'],
    ['cut', 'offline'],
    ['hang', 'slow'],
    ['garbage', 'unreadable'],
    ['html', 'unreadable'],
  ] as const)('%s is told in one line, without credentials', async (fault, code) => {
    server.setFault(fault);
    const desk = await openDesk(300);
    const outcome = await desk.refresh(asking([albHour, internetOut]), quiet);
    expect(outcome.failure?.code).toBe(code);
    expect(outcome.failure?.message).toMatch(/^[^\n]+Cached and bundled prices stay in use\.$/);
    expect(outcome.prices).toEqual([]);
    const everything = JSON.stringify([outcome, await desk.status(), await desk.profiles(), printed]);
    const file = await readFile(join(folder, 'prices-cache.json'), 'utf8').catch(() => '');
    for (const canary of [SECRET, KEY_ID, TOKEN, '123456789012']) expect(everything + file).not.toContain(canary);
  });

  it('is asked again when it stumbles once', async () => {
    server.setFault('throttling', 1);
    const { prices, failure } = await (await openDesk()).refresh(asking([albHour]), quiet);
    expect(failure).toBeNull();
    expect(prices).toHaveLength(1);
  });

  it('is asked a bounded number of times', async () => {
    server.setFault('server-error');
    await (await openDesk()).refresh(asking([albHour]), quiet);
    expect(server.seen).toHaveLength(3);
  });

  it('answers with nothing: each price is named', async () => {
    server.setFault('empty');
    const { unanswered, failure } = await (await openDesk()).refresh(asking([albHour, internetOut]), quiet);
    expect(failure).toBeNull();
    expect(unanswered.map(({ key }) => key).sort()).toEqual([internetOut, albHour].sort());
  });

  it('is not there', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_PRICING', 'http://127.0.0.1:1');
    const { failure } = await (await openDesk()).refresh(asking([albHour]), quiet);
    expect(failure?.code).toBe('offline');
  });

  it('can be cancelled; what was read stays', async () => {
    server.setDelay(100);
    const desk = await openDesk();
    const keys = ['m5.large', 'm5.xlarge', 'c7g.large', 't3.micro', 't3.small', 'c5.large'].map(ec2Hour);
    const outcome = await desk.refresh(asking(keys), ({ done }) => {
      if (done > 0) desk.cancel();
    });
    expect(outcome.failure?.code).toBe('cancelled');
    expect(outcome.prices.length + outcome.unanswered.length).toBeGreaterThan(0);
    expect(server.seen.length).toBeLessThan(keys.length + 1);
    expect((await desk.status()).refreshing).toBe(false);
  });

  it('has no credentials to be asked with', async () => {
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    const { failure } = await (await openDesk()).refresh(asking([albHour], { profile: null }), quiet);
    expect(failure?.code).toBe('no-credentials');
    expect(server.seen).toEqual([]);
  });
});
