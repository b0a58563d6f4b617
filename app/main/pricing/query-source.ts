import type { PricingClient } from '@aws-sdk/client-pricing';
import type { EndpointRegion } from '../../../shared/ipc/prices';
import type { PriceSource } from './price-source';

export interface QueryOptions {
  /** Name of a profile of the AWS configuration files; null: whatever the environment gives. */
  readonly profile: string | null;
  readonly endpointRegion: EndpointRegion;
  /** Milliseconds one request may take. */
  readonly patienceMs: number;
}

const MAX_ATTEMPTS = 3;
const CONNECT_MS = 5000;
const PAGE_SIZE = 100;
/** A question has one product, a family of siblings at most: more pages than this are not an answer. */
const MAX_PAGES = 20;

/**
 * The AWS Price List Query API. The client is imported when first asked, so that a start without prices does not pay for
 * it. Credentials are found by the client's own chain and stay in it; `AWS_ENDPOINT_URL_PRICING` is honoured by the client.
 */
export const createQuerySource = ({ profile, endpointRegion, patienceMs }: QueryOptions): PriceSource => {
  let opened: Promise<{ client: PricingClient; sdk: typeof import('@aws-sdk/client-pricing') }> | undefined;
  let requests = 0;
  const open = async () => {
    const sdk = await import('@aws-sdk/client-pricing');
    const client = new sdk.PricingClient({
      region: endpointRegion,
      ...(profile === null ? {} : { profile }),
      maxAttempts: MAX_ATTEMPTS,
      retryMode: 'standard',
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: patienceMs, throwOnRequestTimeout: true },
    });
    return { client, sdk };
  };
  return {
    via: 'query',
    covers: () => true,
    requests: () => requests,
    close: () => {
      // A client that could not be made has nothing to close.
      opened?.then(({ client }) => client.destroy()).catch(() => undefined);
    },
    ask: async ({ serviceCode, filters }, _region, signal) => {
      opened ??= open();
      const { client, sdk } = await opened;
      const products: unknown[] = [];
      let token: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        requests += 1;
        const command = new sdk.GetProductsCommand({
          ServiceCode: serviceCode,
          FormatVersion: 'aws_v1',
          MaxResults: PAGE_SIZE,
          Filters: filters.map(({ field, value }) => ({ Type: 'TERM_MATCH', Field: field, Value: value })),
          ...(token === undefined ? {} : { NextToken: token }),
        });
        const answer = await client.send(command, { abortSignal: signal });
        // The client hands each product over as a String object.
        for (const text of answer.PriceList ?? []) products.push(JSON.parse(String(text)));
        token = answer.NextToken;
        if (token === undefined || token === '') return products;
      }
      throw new SyntaxError('The price service does not stop sending pages.');
    },
  };
};
