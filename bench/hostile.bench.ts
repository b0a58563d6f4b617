import { loadBundledBooks } from '../shared/pricing/bundled-books';
import { estimate } from '../shared/pricing/estimate';
import { chain, manyActors, manySites, manyZones, mesh, oneSubnet } from '../shared/testing/hostile-designs';
import { resolve } from '../shared/topology/resolve';
import { validate } from '../shared/validation/validate';

/** Designs at two sizes, the second twice the first: where time grows by more than the design does, it shows. */
const designs = {
  'elements in one subnet': { sizes: [5000, 10_000], make: oneSubnet },
  'full mesh': { sizes: [250, 500], make: mesh },
  chain: { sizes: [5000, 10_000], make: (size: number) => chain(size, false) },
  cycle: { sizes: [5000, 10_000], make: (size: number) => chain(size, true) },
  'zones without a Region': { sizes: [500, 1000], make: manyZones },
  'actors on a chain': { sizes: [1000, 2000], make: (size: number) => manyActors(size, size) },
  'elements of sites': { sizes: [5000, 10_000], make: manySites },
};

/** Milliseconds of the quickest of three runs. */
function time<T>(work: () => T): { readonly ms: number; readonly result: T } {
  let ms = Number.POSITIVE_INFINITY;
  let result = work();
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    result = work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, result };
}

const books = await loadBundledBooks();
const rows = Object.entries(designs).flatMap(([name, { sizes, make }]) =>
  sizes.map((size) => {
    const design = make(size);
    const { ms: resolving, result: topology } = time(() => resolve(design));
    return {
      design: `${size} ${name}`,
      connections: design.connections.size,
      'resolve ms': Math.round(resolving),
      'validate ms': Math.round(time(() => validate(topology)).ms),
      'estimate ms': Math.round(time(() => estimate(topology, { ...books })).ms),
    };
  }),
);
console.table(rows);
