import { z } from 'zod';
import type { PriceFact } from './facts';

const originsSchema = z.object({
  sources: z.record(z.string(), z.object({ repo: z.string(), path: z.string(), data_date: z.string() })),
  origin: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.array(z.string())]))),
  /** Bare-metal types whose figure is the dearer Dedicated-tenancy price: no On-Demand price for shared tenancy is known. */
  dedicatedTenancyMetal: z.record(z.string(), z.array(z.string())),
});

const pricesSchema = z.record(z.string(), z.record(z.string(), z.number().nonnegative()));

/**
 * The source letter of one instance type. The origin table lists types by name or only counts them: where two sources
 * are counted, bare metal comes from the price page copy (L) and the rest from the generated file (K).
 */
const findOrigin = (
  origins: Readonly<Record<string, number | string[]>>,
  dedicated: readonly string[],
  type: string,
): string => {
  if (dedicated.includes(type)) return 'K';
  for (const [letter, types] of Object.entries(origins)) {
    if (Array.isArray(types) && types.includes(type)) return letter;
  }
  const counted = Object.keys(origins).filter((letter) => typeof origins[letter] === 'number');
  if (counted.length === 1 && counted[0] !== undefined) return counted[0];
  return type.includes('metal') ? 'L' : 'K';
};

/** Throws when the counts of the origin table do not agree with what was assigned: then the rule above no longer holds. */
const checkCounts = (region: string, origins: Readonly<Record<string, number | string[]>>, letters: string[]): void => {
  for (const [letter, expected] of Object.entries(origins)) {
    const count = letters.filter((other) => other === letter).length;
    const wanted = Array.isArray(expected) ? expected.length : expected;
    if (count !== wanted) {
      throw new Error(`EC2 prices of ${region}: source ${letter} should give ${wanted} types but gives ${count}.`);
    }
  }
};

/**
 * EC2 Linux On-Demand prices (shared tenancy) of the given Regions as facts. Both arguments are parsed JSON.
 * Bare-metal types known only at the Dedicated-tenancy price are left out.
 */
export const readEc2Facts = (prices: unknown, meta: unknown, regions: readonly string[]): PriceFact[] => {
  const table = pricesSchema.parse(prices);
  const { sources, origin, dedicatedTenancyMetal } = originsSchema.parse(meta);
  return regions.flatMap((region) => {
    const types = table[region];
    const origins = origin[region];
    if (types === undefined || origins === undefined) {
      throw new Error(`The EC2 price files have no Region "${region}". Check the source folder.`);
    }
    const letters: string[] = [];
    const dedicated = dedicatedTenancyMetal[region] ?? [];
    const facts = Object.entries(types).map(([type, usd]): PriceFact => {
      const letter = findOrigin(origins, dedicated, type);
      letters.push(letter);
      const source = sources[letter];
      if (source === undefined)
        throw new Error(`The EC2 price files name the source "${letter}" without describing it.`);
      return {
        service: 'AmazonEC2',
        region,
        item: 'instance-hour',
        attributes: `type=${type}`,
        unit: 'hour',
        usd,
        source: { name: source.repo, path: source.path, date: source.data_date, confidence: 'high' },
      };
    });
    checkCounts(region, origins, letters);
    return facts.filter(({ attributes }) => !dedicated.includes(attributes.slice('type='.length)));
  });
};
