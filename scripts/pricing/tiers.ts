/** A volume tier named in words, as quantities of the price's own unit. */
export interface TierName {
  readonly kind: 'first' | 'next' | 'range' | 'over';
  readonly size: number;
  readonly from: number;
  /** How often "next" stands in the name: tells two equal tiers apart. */
  readonly order: number;
}

const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, B: 1e9, GB: 1, TB: 1024, PB: 1024 * 1024 };

/** How many counted things one unit holds: 1,000,000 for `1M requests`, 1 for `GB`. */
export const readUnitSize = (unit: string): number => {
  const match = /^(\d+)([kMB]?) /.exec(unit);
  return match === null ? 1 : Number(match[1]) * (SCALES[match[2] ?? ''] ?? 1);
};

const readQuantity = (text: string, unit: string): number => {
  const match = /^([\d.]+)(k|M|B|GB|TB|PB)?$/.exec(text);
  const scale = SCALES[match?.[2] ?? ''];
  if (match === null || scale === undefined) {
    throw new Error(`The tier bound "${text}" is not a quantity such as 10TB or 333M.`);
  }
  return (Number(match[1]) * scale) / readUnitSize(unit);
};

/** Reads a tier such as `first 10TB`, `next 667M`, `32001-64000`, `over 150TB`; undefined when it names no volume. */
export const readTierName = (text: string, unit: string): TierName | undefined => {
  const range = /^(\d+)-(\d+)$/.exec(text);
  if (range !== null) {
    const from = Number(range[1]) - 1;
    return { kind: 'range', from, size: Number(range[2]) - from, order: 0 };
  }
  const match = /^(first|next|next next|over) ([\d.]+[A-Za-z]*)(?: GB-s)?$/.exec(text);
  if (match === null) return undefined;
  const size = readQuantity(match[2] ?? '', unit);
  if (match[1] === 'first') return { kind: 'first', from: 0, size, order: 0 };
  if (match[1] === 'over') return { kind: 'over', from: size, size: Number.POSITIVE_INFINITY, order: 0 };
  return { kind: 'next', from: Number.NaN, size, order: match[1] === 'next next' ? 2 : 1 };
};

/** Reads a free allowance such as `first 1M/month` or `first 100k` as a quantity of the unit. */
export const readFreeAllowance = (text: string, unit: string): number => {
  const match = /^first ([\d.]+[kMB]?)(?:\/month)?$/.exec(text);
  if (match === null) throw new Error(`The free allowance "${text}" is not a quantity such as "first 1M/month".`);
  return readQuantity(match[1] ?? '', unit);
};

const RANK = { first: 0, next: 1, range: 1, over: 2 } as const;

const compareTiers = (a: TierName, b: TierName): number =>
  RANK[a.kind] - RANK[b.kind] || a.order - b.order || a.size - b.size;

/**
 * Puts named tiers in order and gives each its lower and upper bound; the last is open (`null`) only where the source
 * names an "over" tier. Throws when the tiers do not join up.
 */
export const orderTiers = <T extends { readonly tier: TierName }>(
  key: string,
  tiers: readonly T[],
): { entry: T; from: number; to: number | null }[] => {
  let reached = 0;
  return [...tiers]
    .sort((a, b) => compareTiers(a.tier, b.tier))
    .map((entry) => {
      const { kind, from, size } = entry.tier;
      if (kind !== 'next' && from !== reached && !(kind === 'first' && reached === 0)) {
        throw new Error(`The tiers of ${key} do not join: one ends at ${reached}, the next begins at ${from}.`);
      }
      const start = reached;
      reached = kind === 'over' ? Number.POSITIVE_INFINITY : start + size;
      return { entry, from: start, to: kind === 'over' ? null : reached };
    });
};
