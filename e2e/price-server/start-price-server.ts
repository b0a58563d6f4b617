import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerError, answerFault, answerJson, type FaultName, isContentFault } from './faults';
import { type Filter, makeOfferFile, type Product, readProducts, selectProducts } from './products';

const filterSchema = z.object({
  Type: z.enum(['TERM_MATCH', 'EQUALS', 'CONTAINS', 'ANY_OF', 'NONE_OF']),
  Field: z.string().min(1).max(1024),
  Value: z.string().min(1).max(1024),
});

const getProductsSchema = z.object({
  ServiceCode: z.string().min(1),
  Filters: z.array(filterSchema).max(50).default([]),
  FormatVersion: z.string().optional(),
  NextToken: z.string().optional(),
  MaxResults: z.number().int().min(1).max(100).default(100),
});

const SIGNATURE =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([a-z0-9-]+)\/pricing\/aws4_request, ?SignedHeaders=[a-z0-9;-]+, ?Signature=[0-9a-f]{64}$/;

export interface SeenRequest {
  readonly operation: string;
  readonly serviceCode: string;
  readonly filters: readonly Filter[];
  readonly accessKeyId: string;
  /** The Region the request was signed for. */
  readonly endpointRegion: string;
}

/** A loopback server that speaks the AWS Price List Query API and holds offer files. */
export interface PriceServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** The next requests meet this fault: so many of them, or all until the next call. Null: no fault. */
  readonly setFault: (fault: FaultName | null, times?: number) => void;
  /** Milliseconds each answer takes. */
  readonly setDelay: (milliseconds: number) => void;
  /** Products a page holds at most. */
  readonly setPageSize: (size: number) => void;
  readonly stop: () => Promise<void>;
}

interface State {
  fault: FaultName | null;
  faultsLeft: number;
  delay: number;
  pageSize: number;
  readonly seen: SeenRequest[];
  readonly products: readonly Product[];
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const tokenFor = (question: string, offset: number): string =>
  `${offset}.${createHash('sha256').update(`${question}#${offset}`).digest('hex').slice(0, 16)}`;

const answerProducts = (state: State, fault: FaultName | null, body: unknown, response: ServerResponse): void => {
  const asked = getProductsSchema.safeParse(body);
  if (!asked.success) {
    answerError(response, 400, 'InvalidParameterException', z.prettifyError(asked.error));
    return;
  }
  const { ServiceCode, Filters, NextToken, MaxResults } = asked.data;
  const found = selectProducts(state.products, ServiceCode, Filters);
  const [first] = found;
  const list = fault === 'empty' ? [] : fault === 'two-products' && first !== undefined ? [first, first] : found;
  const question = JSON.stringify([ServiceCode, Filters]);
  const offset = NextToken === undefined ? 0 : Number(NextToken.split('.')[0]);
  if (NextToken !== undefined && NextToken !== tokenFor(question, offset)) {
    answerError(response, 400, 'InvalidNextTokenException', 'The pagination token is invalid. Try again.');
    return;
  }
  const end = offset + Math.min(MaxResults, state.pageSize);
  answerJson(response, 200, {
    FormatVersion: 'aws_v1',
    // Every product is a JSON text of its own.
    PriceList: list.slice(offset, end).map((product) => JSON.stringify(product)),
    ...(end < list.length ? { NextToken: tokenFor(question, end) } : {}),
  });
};

const takeFault = (state: State): FaultName | null => {
  if (state.fault === null || state.faultsLeft <= 0) return null;
  state.faultsLeft -= 1;
  return state.fault;
};

const answerQuery = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const text = await readBody(request);
  const signature = SIGNATURE.exec(request.headers.authorization ?? '');
  const operation = String(request.headers['x-amz-target'] ?? '').replace('AWSPriceListService.', '');
  if (signature === null || request.headers['x-amz-date'] === undefined) {
    answerError(response, 403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
    return;
  }
  if (request.headers['content-type'] !== 'application/x-amz-json-1.1' || operation !== 'GetProducts') {
    answerError(response, 400, 'UnknownOperationException', 'The operation is not known.');
    return;
  }
  const body: unknown = JSON.parse(text);
  const asked = getProductsSchema.safeParse(body);
  state.seen.push({
    operation,
    serviceCode: asked.success ? asked.data.ServiceCode : '',
    filters: asked.success ? asked.data.Filters : [],
    accessKeyId: signature[1] ?? '',
    endpointRegion: signature[3] ?? '',
  });
  const fault = takeFault(state);
  if (fault !== null && !isContentFault(fault)) {
    answerFault(fault, request, response);
    return;
  }
  answerProducts(state, fault, body, response);
};

const OFFER_FILE = /^\/offers\/v1\.0\/aws\/([A-Za-z0-9]+)\/current\/([a-z0-9-]+)\/index\.json$/;

const answerOfferFile = (state: State, request: IncomingMessage, response: ServerResponse): void => {
  const match = OFFER_FILE.exec(request.url ?? '');
  if (match === null) {
    response.writeHead(404).end('Not found');
    return;
  }
  const [, serviceCode = '', region = ''] = match;
  state.seen.push({ operation: 'OfferFile', serviceCode, filters: [], accessKeyId: '', endpointRegion: region });
  const fault = takeFault(state);
  if (fault !== null && !isContentFault(fault)) {
    answerFault(fault, request, response);
    return;
  }
  const body = JSON.stringify(makeOfferFile(fault === 'empty' ? [] : state.products, serviceCode, region));
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
};

const answerAny = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (state.delay > 0) await new Promise((done) => setTimeout(done, state.delay));
  if (request.method === 'POST' && request.url === '/') await answerQuery(state, request, response);
  else answerOfferFile(state, request, response);
};

/** Starts the server on a free port of the loopback address. */
export const startPriceServer = async (): Promise<PriceServer> => {
  const state: State = { fault: null, faultsLeft: 0, delay: 0, pageSize: 100, seen: [], products: readProducts() };
  const server = createServer((request, response) => {
    answerAny(state, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The price server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen: state.seen,
    setFault: (fault, times = Number.POSITIVE_INFINITY) => {
      state.fault = fault;
      state.faultsLeft = times;
    },
    setDelay: (milliseconds) => {
      state.delay = milliseconds;
    },
    setPageSize: (size) => {
      state.pageSize = size;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
