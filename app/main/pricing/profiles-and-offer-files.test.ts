import { describe, expect, it, vi } from 'vitest';
import {
  albHour,
  cacheHour,
  ec2Hour,
  type PriceKey,
  s3ReadRequests,
  s3Storage,
} from '../../../shared/pricing/price-key';
import { asking, openDesk, quiet, server } from '../testing/use-price-bench';

describe('profiles', () => {
  it('are those of the configuration files, by name only', async () => {
    expect(await (await openDesk()).profiles()).toEqual([
      { name: 'default', runsProgram: false },
      { name: 'team a', runsProgram: false },
      { name: 'tools', runsProgram: true },
      { name: 'work', runsProgram: false },
    ]);
  });

  it('other names are refused before anything is asked', async () => {
    const { failure } = await (await openDesk()).refresh(asking([albHour], { profile: '../x' }), quiet);
    expect(failure?.code).toBe('unknown-profile');
    expect(server.seen).toEqual([]);
  });
});

describe('offer files', () => {
  const fromFiles = (keys: readonly PriceKey[]) => asking(keys, { source: 'offer-files', profile: null });

  it('give the same prices without credentials, one file for each service', async () => {
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    const keys = [albHour, s3Storage('STANDARD'), s3ReadRequests('STANDARD'), cacheHour('Valkey', 'cache.m7g.large')];
    const { prices, failure, requests } = await (await openDesk()).refresh(fromFiles(keys), quiet);
    expect(failure).toBeNull();
    expect(requests).toBe(3);
    expect(new Map(prices.map(({ key, usd, via }) => [key, [usd, via]])).get(albHour)).toEqual([0.034, 'offer-file']);
    expect(prices).toHaveLength(keys.length);
  });

  it('are not asked for EC2, whose file is huge', async () => {
    const { requests, prices } = await (await openDesk()).refresh(fromFiles([ec2Hour('m5.large')]), quiet);
    expect([requests, prices]).toEqual([0, []]);
  });

  it.each([
    ['html', 'unreadable'],
    ['garbage', 'unreadable'],
    ['hang', 'slow'],
    ['server-error', 'server'],
    ['cut', 'offline'],
  ] as const)('%s degrades', async (fault, code) => {
    server.setFault(fault);
    const { failure } = await (await openDesk(300)).refresh(fromFiles([albHour]), quiet);
    expect(failure?.code).toBe(code);
  });
});
