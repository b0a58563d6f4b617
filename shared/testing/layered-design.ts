import fc from 'fast-check';
import type { Design } from '../model/design';
import { addPart, type Part, partArbitrary, TIERS, ZONES } from './arbitraries';
import { buildNetwork } from './builder';

interface Layer {
  readonly tier: keyof typeof TIERS;
  /** What all copies of the layer are. */
  readonly part: Part;
  /** The zones of each copy. */
  readonly copies: readonly (readonly number[])[];
  readonly required: number | null;
}

const layer: fc.Arbitrary<Layer> = fc.record({
  tier: fc.constantFrom('load-balancing', 'web', 'app', 'cache', 'database'),
  part: partArbitrary,
  copies: fc.array(fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
    size: 'max',
  }),
  required: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 }),
});

/**
 * Sites in layers, as people draw them: actors, then up to five layers of equal copies over two or three zones, each calling all of
 * the next, with copies needed stated for some. A few of the lines are missing, optional, not waited for or lead on elsewhere, and
 * some copies have stand-ins, so that nearly everything is reached and much has a second way.
 */
export const layeredArbitrary: fc.Arbitrary<Design> = fc
  .record({
    zones: fc.integer({ min: 2, max: 3 }),
    actors: fc.array(fc.constantFrom('users', 'office'), { minLength: 1, maxLength: 3 }),
    layers: fc.array(layer, { minLength: 2, maxLength: 5, size: 'max' }),
    odd: fc.array(fc.tuple(fc.nat(60), fc.constantFrom('missing', 'optional', 'async')), { maxLength: 6 }),
    more: fc.array(fc.tuple(fc.constantFrom('traffic', 'failover'), fc.nat(60), fc.nat(60)), { maxLength: 4 }),
  })
  .map(({ zones, actors, layers, odd, more }) => {
    const builder = buildNetwork(ZONES.slice(0, zones), TIERS);
    const sources = actors.map((kind, index) => `${kind}-${index}`);
    actors.forEach((kind, index) => {
      builder.add(`${kind}-${index}`, kind);
    });
    const oddities = new Map(odd);
    const all: string[] = [];
    let line = 0;
    let callers = sources;
    layers.forEach(({ tier, part, copies, required }, depth) => {
      if (required !== null)
        builder.add(`tier-${tier}`, 'tier', { parent: 'vpc', settings: { role: tier, requiredCapacity: required } });
      const ids = copies.map((_, index) => `l${depth}-${index}`);
      copies.forEach((over, index) => {
        addPart(builder, ids[index] ?? '', { ...part, tier, zones: over }, zones);
      });
      for (const from of callers)
        for (const to of ids) {
          const oddity = oddities.get(line++);
          if (oddity === 'missing') continue;
          builder.connect(
            oddity === 'async' ? 'async' : 'traffic',
            from,
            to,
            oddity === 'optional' ? { optional: true } : {},
          );
        }
      all.push(...ids);
      callers = ids;
    });
    for (const [kind, from, to] of more) {
      const [source, target] = [all[from % all.length], all[to % all.length]];
      if (source !== undefined && target !== undefined && source !== target) builder.connect(kind, source, target);
    }
    return builder.build();
  });
