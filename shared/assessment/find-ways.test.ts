import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { parseDesign } from '../model/format/parse';
import { loadBundledBooks } from '../pricing/bundled-books';
import { estimate } from '../pricing/estimate';
import type { PriceBooks } from '../pricing/price-book';
import { availability } from '../resilience/availability';
import { worstEntry } from '../resilience/show-availability';
import { buildDesign } from '../testing/builder';
import { buildSite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { searchWays, type Way } from './find-ways';

let books: PriceBooks;
beforeAll(async () => {
  books = await loadBundledBooks();
});

const readExample = (name: string): Design => {
  const parsed = parseDesign(readFileSync(new URL(`../../examples/${name}.stratiform`, import.meta.url), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
};

const search = (design: Design, target: number, most?: number) =>
  searchWays(design, { target, books, today: '2026-03-01', ...(most === undefined ? {} : { most }) });

const rulesOf = ({ steps }: Way): string[] => steps.map(({ ruleId }) => ruleId).sort();

/** One web server and a database, both in one zone. */
const fragile = (): Design =>
  buildSite()
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: ['load-balancing-a', 'load-balancing-b'],
    })
    .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'db')
    .build();

describe('ways to an availability', () => {
  it('takes the cheaper of two fixes where either will do, and both where one does not', () => {
    const design = fragile();
    const one = search(design, 0.993);
    expect(one.outcome).toBe('reached');
    expect(one.ways.map(rulesOf)).toEqual(
      [['AVL-05'], ['AVL-02']].sort((a, b) => {
        const cost = (rules: string[]) =>
          one.ways.find((way) => rulesOf(way).join() === rules.join())?.monthlyMicros ?? 0;
        return cost(a) - cost(b);
      }),
    );
    const both = search(design, 0.999);
    expect(both.ways.map(rulesOf)).toEqual([['AVL-02', 'AVL-05']]);
    expect(both.cutShort).toBe(false);
  });

  it('tells the truth of what each way costs, reaches and changes, and undoes exactly', () => {
    const design = fragile();
    for (const way of search(design, 0.993).ways) {
      const applied = applyDiff(design, way.diff);
      expect(applied).toEqual({ ok: true, value: way.design });
      expect(applyDiff(way.design, invert(way.diff))).toEqual({ ok: true, value: design });
      const [before, after] = [resolve(design), resolve(way.design)];
      expect(way.monthlyMicros).toBe(estimate(after, books).total.micros - estimate(before, books).total.micros);
      expect(worstEntry(availability(after).entries)?.availability).toBe(way.entry.availability);
      expect(way.entry.availability).toBeGreaterThanOrEqual(0.993);
    }
  });

  it('says how near it comes where no set of fixes is enough', () => {
    const { outcome, ways, nearest, cutShort } = search(readExample('three-tier-with-faults'), 0.9995);
    expect([outcome, ways, cutShort]).toEqual(['unreachable', [], false]);
    expect(nearest && rulesOf(nearest)).toEqual(['AVL-01', 'AVL-01', 'AVL-05']);
    expect(nearest?.entry.limiting[0]?.name).toBe('Orders database');
  });

  it('says when it was cut short', () => {
    const result = search(readExample('three-tier-with-faults'), 0.9995, 3);
    expect(result).toMatchObject({ outcome: 'unreachable', cutShort: true, tried: 3 });
  });

  it('has nothing to do where the target is reached, or where nobody is drawn', () => {
    expect(search(fragile(), 0.9).outcome).toBe('already');
    expect(search(buildDesign().build(), 0.9)).toMatchObject({ outcome: 'no-entry', now: null, ways: [] });
  });
});
