import { describe, expect, it } from 'vitest';
import { loadBundledBooks } from '../pricing/bundled-books';
import { estimate } from '../pricing/estimate';
import { chain, manyActors, manyZones, mesh, oneSubnet } from '../testing/hostile-designs';
import { resolve } from '../topology/resolve';
import { checkDesign } from './check-design';

const books = await loadBundledBooks();

/** Designs nobody draws. Each takes seconds at most; one whose time grew with the square of its size would not end. */
describe('hostile designs', () => {
  it.each([
    { name: '10,000 elements in one subnet', make: () => oneSubnet(10_000), finding: 'AVL-01:tier-web' },
    { name: 'a full mesh of 300', make: () => mesh(300), finding: 'CON-12:f0' },
    { name: 'a chain of 5,000', make: () => chain(5000, false), finding: null },
    { name: 'a cycle of 5,000', make: () => chain(5000, true), finding: 'CON-12:f0' },
    { name: '500 zones without a Region', make: () => manyZones(500), finding: null },
    { name: '1,000 actors on a chain of 1,000', make: () => manyActors(1000, 1000), finding: null },
  ])('$name: every rule and the bill come to an end', ({ make, finding }) => {
    const topology = resolve(make());
    const bill = estimate(topology, books);
    const { findings } = checkDesign(topology, { today: '2026-03-01', bill });
    expect(findings.filter(({ ruleId }) => ruleId === 'INTERNAL')).toEqual([]);
    if (finding !== null) expect(findings.map(({ key }) => key)).toContain(finding);
    expect(bill.total.micros).toBeGreaterThanOrEqual(0);
  });
});
