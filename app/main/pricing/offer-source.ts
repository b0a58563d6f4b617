import { z } from 'zod';
import { meetsQuery, productSchema } from '../../../shared/pricing/live/read-product';
import { withPatience } from './follow-signal';
import type { PriceSource } from './price-source';

/** The one place offer files come from. */
export const OFFER_HOST = 'https://pricing.us-east-1.amazonaws.com';

/** Services whose file for one Region is small (at most 2 MB seen, 2026-08); those of EC2 and RDS have hundreds. */
const SMALL_SERVICES: ReadonlySet<string> = new Set([
  'AWSELB',
  'AWSLambda',
  'AWSDataTransfer',
  'AmazonElastiCache',
  'AmazonS3',
]);

const MAX_BYTES = 16 * 1024 * 1024;

const offerSchema = z.object({
  publicationDate: z.string(),
  products: z.record(z.string(), z.unknown()),
  terms: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** Terms lie under the product's SKU in a file; products of an answer carry theirs with them. */
const readOfferFile = (text: string): unknown[] => {
  const { products, terms, publicationDate } = offerSchema.parse(JSON.parse(text));
  return Object.entries(products).map(([sku, product]) => ({
    product,
    publicationDate,
    terms: Object.fromEntries(
      Object.entries(terms)
        .map(([type, bySku]) => [type, bySku[sku]])
        .filter(([, block]) => block !== undefined),
    ),
  }));
};

/** Reads at most `MAX_BYTES`: a file that grew is refused before it fills the memory. */
const readLimited = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return '';
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new SyntaxError('The offer file is too large.');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};

class OfferError extends Error {
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };
  constructor(status: number) {
    super('The offer file cannot be had.');
    this.name = status === 403 || status === 404 ? 'SyntaxError' : 'OfferError';
    this.$metadata = { httpStatusCode: status };
  }
}

/** Offer files, which need no AWS account. `base` is `OFFER_HOST`; tests put a loopback address in. */
export const createOfferSource = (base: string, patienceMs: number): PriceSource => {
  const files = new Map<string, Promise<unknown[]>>();
  let requests = 0;
  const load = async (serviceCode: string, region: string, signal: AbortSignal): Promise<unknown[]> => {
    requests += 1;
    const url = `${base}/offers/v1.0/aws/${serviceCode}/current/${region}/index.json`;
    return withPatience(signal, patienceMs, async (inTime) => {
      const response = await fetch(url, { signal: inTime, redirect: 'error' });
      if (!response.ok) throw new OfferError(response.status);
      return readOfferFile(await readLimited(response));
    });
  };
  return {
    via: 'offer-file',
    covers: ({ queries }) => queries.some(({ serviceCode }) => SMALL_SERVICES.has(serviceCode)),
    requests: () => requests,
    close: () => files.clear(),
    ask: async (query, region, signal) => {
      if (!SMALL_SERVICES.has(query.serviceCode)) return [];
      const name = `${query.serviceCode}/${region}`;
      const file = files.get(name) ?? load(query.serviceCode, region, signal);
      files.set(name, file);
      return (await file).filter((product) => {
        const parsed = productSchema.safeParse(product);
        return parsed.success && meetsQuery(parsed.data, query);
      });
    },
  };
};
