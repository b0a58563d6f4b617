/** IPv4 network: first address as an unsigned number, and prefix length. */
export interface Cidr {
  readonly base: number;
  readonly prefix: number;
}

const PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

export const cidrSize = (cidr: Cidr): number => 2 ** (32 - cidr.prefix);

/** Reads `10.0.0.0/16`. Undefined for anything else, and where host bits are set. */
export function parseCidr(text: string): Cidr | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number);
  if (a === undefined || b === undefined || c === undefined || d === undefined || prefix === undefined)
    return undefined;
  if (a > 255 || b > 255 || c > 255 || d > 255 || prefix > 32) return undefined;
  const base = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return base % 2 ** (32 - prefix) === 0 ? { base, prefix } : undefined;
}

export const formatCidr = ({ base, prefix }: Cidr): string =>
  `${Math.floor(base / 2 ** 24)}.${Math.floor(base / 2 ** 16) % 256}.${Math.floor(base / 256) % 256}.${base % 256}/${prefix}`;

export const containsCidr = (outer: Cidr, inner: Cidr): boolean =>
  inner.base >= outer.base && inner.base + cidrSize(inner) <= outer.base + cidrSize(outer);

export const overlapsCidr = (a: Cidr, b: Cidr): boolean =>
  a.base < b.base + cidrSize(b) && b.base < a.base + cidrSize(a);

/** The lowest free network of `prefix` inside `outer` that overlaps none of `taken`. */
export function nextFreeCidr(outer: Cidr, taken: readonly Cidr[], prefix: number): Cidr | undefined {
  if (prefix < outer.prefix || prefix > 32) return undefined;
  const step = 2 ** (32 - prefix);
  const end = outer.base + cidrSize(outer);
  for (let base = outer.base; base + step <= end; ) {
    const candidate = { base, prefix };
    const clash = taken.find((other) => overlapsCidr(candidate, other));
    if (!clash) return candidate;
    base = Math.max(base + step, Math.ceil((clash.base + cidrSize(clash)) / step) * step);
  }
  return undefined;
}
