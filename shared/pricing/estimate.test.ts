import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { buildDesign, buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { loadBundledBooks } from './bundled-books';
import { type Estimate, estimate } from './estimate';
import { formatMonthly } from './money';
import { collectBooks, type PriceBook, type PriceBooks } from './price-book';
import { ec2Hour } from './price-key';

const books = await loadBundledBooks();
const run = (design: Design, options = {}) => estimate(resolve(design), books, options);

const sumOf = (result: Estimate) => result.lines.reduce((sum, { monthlyMicros }) => sum + (monthlyMicros ?? 0), 0);

describe('estimate', () => {
  it('prices nothing at nothing', () => {
    const result = run(buildDesign().build());
    expect(result.lines).toEqual([]);
    expect(result.total).toEqual({ micros: 0, isLowerBound: false, isUnpriced: false });
  });

  it('has no lines for containers, actors and notes', () => {
    const result = run(buildNetwork(['a', 'b'], { web: 'private' }).add('users', 'users').add('n', 'note').build());
    expect(result.lines.map(({ elementId, status }) => [elementId, status])).toEqual([['igw', 'free']]);
  });

  it('takes the prices of the Region an element lies in', () => {
    const at = (code: string) =>
      run(
        buildDesign()
          .add('r', 'region', { settings: { code } })
          .add('f', 'kms-key', { parent: 'r', settings: { requestsMillions: 1 } })
          .add('v', 'vpc', { parent: 'r' })
          .add('z', 'availability-zone', { parent: 'v' })
          .add('s', 'subnet', { parent: 'z' })
          .add('e', 'ec2-instance', { parent: 's', settings: { instanceType: 'm5.large' } })
          .build(),
      ).lines.find(({ item }) => item === 'instance-hours');
    expect(at('us-east-1')?.unitPrice).toBe(0.096);
    // AmazonEC2 instance-hour m5.large (2025-11-04): eu-west-1 0.107, eu-central-1 0.115.
    expect(at('eu-west-1')).toMatchObject({ unitPrice: 0.107, region: 'eu-west-1' });
    expect(at('eu-central-1')).toMatchObject({ unitPrice: 0.115, region: 'eu-central-1' });
  });

  it('says so where an element lies in no Region', () => {
    const result = run(
      buildDesign()
        .add('q', 'sqs-queue', { settings: { requestsMillions: 1 } })
        .build(),
    );
    expect(result.unpriced).toMatchObject([
      { elementId: 'q', monthlyMicros: null, reason: expect.stringMatching(/no Region/) },
    ]);
    expect(result.total).toEqual({ micros: 0, isLowerBound: true, isUnpriced: true });
    expect(formatMonthly(result.total)).toBe('–');
  });

  it('says so where no book covers the Region', () => {
    const none: PriceBooks = collectBooks([]);
    const design = buildDesign().add('r', 'region').add('k', 'kms-key', { parent: 'r' }).add('c', 'cloudfront').build();
    const result = estimate(resolve(design), none);
    expect(result.unpriced.find(({ elementId }) => elementId === 'k')?.reason).toMatch(/us-east-1/);
    expect(result.total.isUnpriced).toBe(false);
    expect(result.isLowerBound).toBe(true);
  });

  it('names a kind this version does not know', () => {
    const result = run(buildDesign().add('r', 'region').add('x', 'quantum-thing', { parent: 'r' }).build());
    expect(result.unpriced).toMatchObject([{ elementId: 'x', reason: expect.stringMatching(/quantum-thing/) }]);
  });

  it('sums by element and by tier', () => {
    const result = run(
      buildNetwork(['a'], { web: 'private' })
        .add('one', 'ec2-instance', {
          parent: 'web-a',
          tier: 'tier-web',
          settings: { instanceType: 't3.micro', volumeGb: 10 },
        })
        .add('two', 'ec2-instance', {
          parent: 'web-a',
          tier: 'tier-web',
          settings: { instanceType: 't3.micro', volumeGb: 10 },
        })
        .build(),
    );
    // 730 × 0.0104 + 10 × 0.08 = 8.392
    expect(result.byElement.get('one')).toEqual({ micros: 8_392_000, isLowerBound: false, isUnpriced: false });
    expect(result.byTier.get('tier-web')?.micros).toBe(16_784_000);
    expect(result.total.micros).toBe(16_784_000);
    expect(formatMonthly(result.total)).toBe('$16.78/mo');
  });

  it('leaves free allowances out when asked', () => {
    const queue = buildDesign()
      .add('r', 'region')
      .add('q', 'sqs-queue', { parent: 'r', settings: { requestsMillions: 3 } })
      .add('f', 'sqs-queue', { parent: 'r', settings: { requestsMillions: 3, fifo: true } })
      .build();
    expect(run(queue, { freeAllowances: false }).total.micros).toBe(2_700_000);
    // One allowance for all queues: a million at the FIFO price, which comes first.
    const saved = run(queue).lines.filter(({ elementId }) => elementId === null);
    expect(saved).toMatchObject([{ monthlyMicros: -500_000 }]);
  });

  it('lays live prices over bundled ones and shows which', () => {
    const bundled = books.find('us-east-1');
    const price = bundled?.find(ec2Hour('t3.medium'));
    if (bundled === undefined || price === undefined) throw new Error('The bundled book lacks t3.medium.');
    const live: PriceBook = {
      region: 'us-east-1',
      asOf: '2026-11-23',
      find: (key) => (key === price.key ? { ...price, usdPerUnit: 0.05, origin: 'live' } : undefined),
      keys: () => [price.key],
    };
    const design = buildNetwork(['a'], { web: 'private' }).add('e', 'ec2-instance', { parent: 'web-a' }).build();
    const result = estimate(resolve(design), collectBooks([live, bundled]));
    expect(result.lines.slice(0, 2)).toMatchObject([
      { item: 'instance-hours', unitPrice: 0.05, origin: 'live', monthlyMicros: 36_500_000 },
      { item: 'volume-storage', origin: 'bundled' },
    ]);
  });
});

/** Services with settings that cost money, to be put into a network of two zones. */
const service = fc.oneof(
  fc.record({ kind: fc.constant('ec2-instance'), volumeGb: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant('auto-scaling-group'), desired: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ kind: fc.constant('rds-instance'), multiAz: fc.boolean(), storageGb: fc.integer({ min: 20, max: 900 }) }),
  fc.record({ kind: fc.constant('s3-bucket'), storageGb: fc.option(fc.nat(90_000)) }),
  fc.record({ kind: fc.constant('sqs-queue'), requestsMillions: fc.option(fc.nat(50)), fifo: fc.boolean() }),
  fc.record({ kind: fc.constant('lambda-function'), requestsMillions: fc.nat(90_000), durationMs: fc.nat(9_000) }),
  fc.record({ kind: fc.constant('cloudfront'), dataOutGb: fc.option(fc.nat(90_000)) }),
  fc.record({ kind: fc.constant('route53-zone'), queriesMillions: fc.nat(3_000) }),
  fc.record({ kind: fc.constant('nat-gateway') }),
  fc.record({ kind: fc.constant('efs') }),
);
const PARENTS: Readonly<Record<string, string | null>> = {
  'ec2-instance': 'web-a',
  'nat-gateway': 'web-b',
  's3-bucket': 'region',
  'sqs-queue': 'region',
  'lambda-function': 'region',
  cloudfront: null,
  'route53-zone': null,
};

type Part = { readonly kind: string } & Readonly<Record<string, string | number | boolean | null>>;

const addPart = (builder: DesignBuilder, { kind, ...settings }: Part, id: string) => {
  const parent = PARENTS[kind] === undefined ? 'vpc' : PARENTS[kind];
  return builder.add(id, kind, { parent, subnets: ['web-a', 'web-b'], settings });
};

const designOf = (parts: readonly Part[], gigabytes: readonly (number | null)[] = []): Design => {
  const builder = buildNetwork(['a', 'b'], { web: 'public' }).add('users', 'users');
  parts.forEach((part, index) => {
    addPart(builder, part, `e${index}`);
    const gb = gigabytes[index];
    if (gb !== undefined) builder.connect('traffic', 'users', `e${index}`, { gbPerMonth: gb });
  });
  return builder.build();
};

describe('properties of the bill', () => {
  const parts = fc.array(service, { maxLength: 8 });
  const traffic = fc.array(fc.option(fc.nat(40_000)), { maxLength: 8 });

  it('the total is exactly the sum of the lines, in whole micro-dollars', () => {
    fc.assert(
      fc.property(parts, traffic, (list, gigabytes) => {
        const result = run(designOf(list, gigabytes));
        expect(sumOf(result)).toBe(result.total.micros);
        for (const { monthlyMicros } of result.lines) expect(Number.isSafeInteger(monthlyMicros ?? 0)).toBe(true);
      }),
    );
  });

  it('is never negative, and a line without an amount makes it a lower bound', () => {
    fc.assert(
      fc.property(parts, traffic, (list, gigabytes) => {
        const result = run(designOf(list, gigabytes));
        expect(result.total.micros).toBeGreaterThanOrEqual(0);
        const isIncomplete = result.lines.some(({ monthlyMicros }) => monthlyMicros === null);
        expect(result.isLowerBound).toBe(isIncomplete || result.notes.length > 0);
      }),
    );
  });

  it('adding an element never lowers it', () => {
    fc.assert(
      fc.property(parts, traffic, service, (list, gigabytes, added) => {
        const before = run(designOf(list, gigabytes)).total.micros;
        const after = run(designOf([...list, added], gigabytes.slice(0, list.length))).total.micros;
        // Lines are rounded one by one: joining tiers may differ by a micro-dollar a line.
        expect(after).toBeGreaterThanOrEqual(before - 2 * list.length);
      }),
    );
  });

  it('is the same whether priced afresh or after edits', () => {
    fc.assert(
      fc.property(parts, traffic, (list, gigabytes) => {
        const first = designOf(list, gigabytes);
        run(first);
        // The same element objects in another design: caches must not leak what depends on the surroundings.
        const reduced: Design = { ...first, connections: new Map([...first.connections].slice(1)) };
        const again = run(reduced);
        const fresh = run(structuredClone(reduced));
        expect(again).toEqual(fresh);
      }),
    );
  });
});

describe('re-use after an edit', () => {
  it('prices only what changed', () => {
    const design = designOf([{ kind: 'ec2-instance' }, { kind: 'rds-instance' }, { kind: 's3-bucket', storageGb: 5 }]);
    const before = run(design);
    const changed = design.elements.get('e1');
    if (changed === undefined) throw new Error('The design lacks e1.');
    const elements = new Map(design.elements).set('e1', { ...changed, settings: { multiAz: true } });
    const after = run({ ...design, elements });
    const kept = (id: string) =>
      after.lines.filter(({ elementId }) => elementId === id).every((line) => before.lines.includes(line));
    expect(kept('e0')).toBe(true);
    expect(kept('e2')).toBe(true);
    expect(kept('e1')).toBe(false);
    expect(after.byElement.get('e0')).toBe(before.byElement.get('e0'));
  });

  it('notices a change around an element that stayed the same', () => {
    const design = designOf([{ kind: 'auto-scaling-group' }]);
    const region = design.elements.get('region');
    if (region === undefined) throw new Error('The design lacks its Region.');
    const hours = (settings: Design['header']['settings']) =>
      run({ ...design, elements: new Map(design.elements).set('region', { ...region, settings }) }).lines[0]?.unitPrice;
    expect(hours({})).toBe(0.0416);
    expect(hours({ code: 'eu-west-1' })).toBe(0.0456);
    expect(hours({})).toBe(0.0416);
  });
});
