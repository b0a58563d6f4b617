import { describe, expect, it } from 'vitest';
import { buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';

const books = await loadBundledBooks();

const pair = (webSubnet: string, databaseSettings = {}) =>
  buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('users', 'users')
    .add('web', 'ec2-instance', { parent: webSubnet })
    .add('db', 'rds-instance', { parent: 'vpc', subnets: ['database-a', 'database-b'], settings: databaseSettings });

const run = (builder: DesignBuilder) => estimate(resolve(builder.build()), books);
const transferOf = (builder: DesignBuilder, connection: string) =>
  run(builder).lines.filter(({ elementId }) => elementId === connection);

describe('traffic between zones', () => {
  // AWSDataTransfer inter-az-per-direction, us-east-1: $0.01 a GB in each direction (2024-09-25).
  it('is free in one zone and costs both directions across two', () => {
    const traffic = { gbPerMonth: 300 };
    expect(transferOf(pair('web-a').connect('data', 'web', 'db', traffic), 'web-data-db')).toEqual([]);
    const [line] = transferOf(pair('web-b').connect('data', 'web', 'db', traffic), 'web-data-db');
    expect(line).toMatchObject({
      item: 'cross-zone-transfer',
      quantity: 600,
      unitPrice: 0.01,
      monthlyMicros: 6_000_000,
    });
  });

  it('moves the total by exactly crossing GB × 2 × rate', () => {
    const total = (subnet: string) => run(pair(subnet).connect('data', 'web', 'db', { gbPerMonth: 123 })).total.micros;
    expect(total('web-b') - total('web-a')).toBe(123 * 2 * 10_000);
  });

  it('goes to the primary: the standby in the own zone does not help', () => {
    const standby = pair('web-b', { multiAz: true }).connect('data', 'web', 'db', { gbPerMonth: 100 });
    expect(transferOf(standby, 'web-data-db')[0]?.quantity).toBe(200);
  });

  const group = (kind: string, settings = {}) =>
    buildNetwork(['a', 'b', 'c'], { web: 'public' })
      .add('front', kind, { parent: 'vpc', subnets: ['web-a', 'web-b', 'web-c'], settings })
      .add('fleet', 'auto-scaling-group', {
        parent: 'vpc',
        subnets: ['web-a', 'web-b', 'web-c'],
        settings: { min: 3, desired: 3 },
      });

  it('is two thirds of what a Network Load Balancer deals out over three zones, and free from an ALB', () => {
    const traffic = { gbPerMonth: 900 };
    const [line] = transferOf(
      group('network-load-balancer').connect('traffic', 'front', 'fleet', traffic),
      'front-traffic-fleet',
    );
    expect(line?.quantity).toBeCloseTo(1200, 9);
    const alb = group('application-load-balancer').connect('traffic', 'front', 'fleet', traffic);
    expect(transferOf(alb, 'front-traffic-fleet')).toEqual([]);
  });

  it('to a file system is free where each zone has a mount target', () => {
    const shared = group('efs', { oneZone: false }).connect('data', 'fleet', 'front', { gbPerMonth: 90 });
    expect(transferOf(shared, 'fleet-data-front')).toEqual([]);
    const oneZone = group('efs', { oneZone: true }).connect('data', 'fleet', 'front', { gbPerMonth: 90 });
    expect(transferOf(oneZone, 'fleet-data-front')[0]?.quantity).toBeCloseTo(120, 9);
  });

  it('to a service of the Region is free', () => {
    const bucket = pair('web-a')
      .add('files', 's3-bucket', { parent: 'region' })
      .connect('data', 'web', 'files', { gbPerMonth: 90 });
    expect(transferOf(bucket, 'web-data-files')).toEqual([]);
    expect(run(bucket).notes).toEqual([]);
  });
});

describe('traffic to the internet and to other Regions', () => {
  // AWSDataTransfer data-transfer-out-internet, us-east-1: $0.09 up to 10 TB, then $0.085 (2024-09-25); 100 GB free (2026-07-20).
  it('is tiered, and the first 100 GB of the account are free', () => {
    const result = run(pair('web-a').connect('traffic', 'users', 'web', { gbPerMonth: 12_240 }));
    expect(result.lines.filter(({ elementId }) => elementId === 'users-traffic-web')).toMatchObject([
      { item: 'internet-out', quantity: 10_240, monthlyMicros: 921_600_000 },
      { item: 'internet-out-tier-2', quantity: 2_000, monthlyMicros: 170_000_000 },
    ]);
    expect(result.lines.filter(({ elementId }) => elementId === null)).toMatchObject([{ monthlyMicros: -9_000_000 }]);
  });

  it('fills tiers and allowance once for all arrows', () => {
    const result = run(
      pair('web-a')
        .add('other', 'ec2-instance', { parent: 'web-b' })
        .connect('traffic', 'users', 'web', { gbPerMonth: 10_000 })
        .connect('traffic', 'users', 'other', { gbPerMonth: 1_240 }),
    );
    const whole = result.lines.filter(({ elementId }) => elementId === null).map(({ monthlyMicros }) => monthlyMicros);
    // 1,000 GB move from $0.09 to $0.085.
    expect(whole).toEqual([-5_000_000, -9_000_000]);
  });

  it('above the last sourced tier is unpriced', () => {
    const result = run(pair('web-a').connect('traffic', 'users', 'web', { gbPerMonth: 200_000 }));
    expect(result.unpriced).toMatchObject([{ item: 'internet-out-beyond', quantity: 46_400 }]);
    expect(result.isLowerBound).toBe(true);
  });

  it('to another Region has its own price', () => {
    const design = pair('web-a')
      .add('far', 'region', { settings: { code: 'eu-west-1' } })
      .add('queue', 'sqs-queue', { parent: 'far' })
      .connect('async', 'web', 'queue', { gbPerMonth: 50 });
    // AWSDataTransfer inter-region-out us-east-1 to eu-west-1: $0.02 a GB (2025-05-31).
    expect(transferOf(design, 'web-async-queue')).toMatchObject([{ unitPrice: 0.02, monthlyMicros: 1_000_000 }]);
  });

  it('through CloudFront is charged at the distribution, from its arrows unless it says otherwise', () => {
    const cdn = (settings: { dataOutGb?: number }) =>
      run(
        pair('web-a').add('cdn', 'cloudfront', { settings }).connect('traffic', 'users', 'cdn', { gbPerMonth: 2000 }),
      );
    const dataOut = (result: ReturnType<typeof run>) => result.lines.find(({ item }) => item === 'data-out')?.quantity;
    expect(dataOut(cdn({}))).toBe(2000);
    expect(dataOut(cdn({ dataOutGb: 500 }))).toBe(500);
    expect(cdn({}).lines.some(({ elementId }) => elementId === 'users-traffic-cdn')).toBe(false);
  });
});

describe('traffic nobody stated', () => {
  it('makes one note and a lower bound, not a line for each arrow', () => {
    const result = run(pair('web-b').connect('traffic', 'users', 'web').connect('data', 'web', 'db'));
    expect(result.notes).toEqual([
      {
        code: 'traffic-not-stated',
        message: 'The traffic of 2 connections that cost money is not stated.',
        subjects: ['users-traffic-web', 'web-data-db'],
      },
    ]);
    expect(result.total.isLowerBound).toBe(true);
    expect(result.lines.every(({ elementId }) => elementId !== 'web-data-db')).toBe(true);
  });

  it('is silent where no traffic could cost anything', () => {
    const result = run(pair('web-a').connect('data', 'web', 'db'));
    expect(result.notes).toEqual([]);
    expect(result.total.isLowerBound).toBe(false);
  });
});

describe('traffic to a site', () => {
  it('is paid where it enters or leaves the tunnels, not again behind them', () => {
    const site = pair('web-a')
      .add('staff', 'office')
      .add('vpn', 'vpn-connection', { parent: 'vpc' })
      .connect('traffic', 'staff', 'vpn', { gbPerMonth: 300 })
      .connect('traffic', 'vpn', 'web', { gbPerMonth: 300 })
      .connect('traffic', 'web', 'vpn', { gbPerMonth: 50 });
    expect(transferOf(site, 'staff-traffic-vpn')[0]).toMatchObject({ item: 'internet-out', quantity: 300 });
    expect(transferOf(site, 'vpn-traffic-web')).toEqual([]);
    expect(transferOf(site, 'web-traffic-vpn')[0]).toMatchObject({ item: 'internet-out', quantity: 50 });
  });
});
