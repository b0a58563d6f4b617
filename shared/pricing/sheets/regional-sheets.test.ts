import { describe, expect, it } from 'vitest';
import { brief, linesOf, regional } from '../../testing/sheet-lines';

describe('storage, messages, functions, operations', () => {
  it('S3: storage in tiers and requests by the thousand', () => {
    const usage = { storageGb: 60_000, readThousands: 1000, writeThousands: 100 };
    expect(brief(linesOf('s3-bucket', regional(usage)))).toEqual([
      ['storage', 51_200, 0.023, 1177.6, '2026-10-01'],
      ['storage-tier-2', 8_800, 0.022, 193.6, '2025-10-22'],
      ['read-requests', 1000, 0.0004, 0.4, '2026-10-01'],
      ['write-requests', 100, 0.005, 0.5, '2026-10-01'],
    ]);
  });

  it('S3: infrequent access charges for reading, Intelligent-Tiering for watching', () => {
    const items = (storageClass: string) => linesOf('s3-bucket', regional({ storageClass })).map(({ item }) => item);
    expect(items('standard-ia').at(-1)).toBe('retrieval');
    expect(items('intelligent-tiering').at(-1)).toBe('monitoring');
  });

  it('S3: beyond the last sourced tier the rest is unpriced', () => {
    const lines = linesOf('s3-bucket', regional({ storageClass: 'intelligent-tiering', storageGb: 60_000 }));
    expect(lines.slice(0, 2)).toMatchObject([
      { item: 'storage', quantity: 51_200, status: 'priced' },
      { item: 'storage-beyond', quantity: 8_800, status: 'unpriced' },
    ]);
  });

  it('EFS: storage and elastic throughput; backups have no price', () => {
    const usage = { storageGb: 100, readGb: 50, writeGb: 20 };
    expect(brief(linesOf('efs', { settings: usage }))).toEqual([
      ['storage', 100, 0.3, 30, '2025-09-25'],
      ['data-read', 50, 0.03, 1.5, '2025-09-25'],
      ['data-written', 20, 0.06, 1.2, '2025-09-25'],
      ['backup-storage', null, null, null, ''],
    ]);
    const plain = { ...usage, throughputMode: 'bursting', oneZone: true, backup: false };
    expect(brief(linesOf('efs', { settings: plain }))).toEqual([['storage', 100, 0.16, 16, '2025-09-25']]);
  });

  it('SQS and SNS: by the million', () => {
    expect(brief(linesOf('sqs-queue', regional({ requestsMillions: 5 })))).toEqual([
      ['requests', 5, 0.4, 2, '2026-10-01'],
    ]);
    expect(brief(linesOf('sqs-queue', regional({ fifo: true, requestsMillions: 5 })))[0]?.[3]).toBe(2.5);
    expect(brief(linesOf('sns-topic', regional({ publishesMillions: 4 })))).toEqual([
      ['publishes', 4, 0.5, 2, '2025-08-28'],
    ]);
    expect(linesOf('sns-topic', regional({ fifo: true })).map(({ item }) => item)).toEqual(['publishes', 'payload']);
  });

  it('Lambda: requests, and seconds times gigabytes', () => {
    const settings = { architecture: 'x86_64', memoryMb: 1024, requestsMillions: 3, durationMs: 120, logGb: 20 };
    // 3,000,000 × 0.12 s × 1 GB = 360,000 GB-seconds × $0.0000166667
    expect(brief(linesOf('lambda-function', regional(settings)))).toEqual([
      ['requests', 3, 0.2, 0.6, '2026-10-01'],
      ['duration', 360_000, 0.0000166667, 6.000012, '2025-10-30'],
      // 20 GB taken in; 20 GB × 15 % × 30 days stored.
      ['log-ingestion', 20, 0.5, 10, '2026-10-01'],
      ['log-storage', 3, 0.03, 0.09, '2025-09-23'],
    ]);
  });

  it('certificates are free; secrets by the month and by ten thousand requests', () => {
    expect(linesOf('certificate', regional())).toMatchObject([{ status: 'free', monthlyMicros: 0 }]);
    expect(brief(linesOf('secret', regional({ requestsMillions: 1 })))).toEqual([
      ['secret', 1, 0.4, 0.4, '2026-10-01'],
      ['requests', 100, 0.05, 5, '2026-10-01'],
    ]);
  });

  it('API Gateway: requests in tiers', () => {
    expect(brief(linesOf('api-gateway', regional({ requestsMillions: 310 }))).map((line) => line.slice(0, 4))).toEqual([
      ['requests', 300, 1, 300],
      ['requests-tier-2', 10, 0.9, 9],
    ]);
  });

  it('WAF: a web ACL, its rules, its requests', () => {
    expect(brief(linesOf('waf-web-acl', regional({ sql: true, requestsMillions: 10 })))).toEqual([
      ['web-acl', 1, 5, 5, '2026-08-18'],
      ['rules', 5, 1, 5, '2026-08-18'],
      ['requests', 10, 0.6, 6, '2025-10-03'],
    ]);
  });

  it('alarms and keys', () => {
    expect(brief(linesOf('cloudwatch-alarm', regional()))).toEqual([['alarm', 1, 0.1, 0.1, '2026-10-01']]);
    expect(brief(linesOf('kms-key', regional({ requestsMillions: 2 })))).toEqual([
      ['key', 1, 1, 1, '2026-10-01'],
      ['requests', 200, 0.03, 6, '2026-10-01'],
    ]);
  });
});
