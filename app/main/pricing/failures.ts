import type { PriceFailure, PriceFailureCode } from '../../../shared/ipc/prices';

/**
 * One sentence for each way the price service can fail. They are fixed texts: what the service or the credential chain
 * writes into its errors can name accounts, users and keys, and goes nowhere.
 */
const SENTENCES: Readonly<Record<PriceFailureCode, string>> = {
  'access-denied':
    'AWS refused: these credentials may not read prices. Allow them pricing:GetProducts, or choose another profile.',
  'bad-credentials': 'AWS does not accept these credentials. Check the profile or sign in again.',
  expired: 'The AWS credentials have expired. Sign in again (for SSO: aws sso login), then refresh.',
  'no-credentials': 'No AWS credentials were found. Choose a profile, or sign in with the AWS CLI.',
  throttled: 'AWS asked to slow down and still did after several tries. Refresh again in a minute.',
  offline: 'The price service cannot be reached. Check the network or the proxy.',
  slow: 'The price service did not answer in time. Try again later.',
  unreadable:
    'The answer did not come from the price service, or is damaged. A network sign-in page may be in the way.',
  server: 'The price service has a fault of its own. Try again later.',
  cancelled: 'The refresh was cancelled.',
  'unknown-profile': 'There is no such profile in the AWS configuration files. Choose one of the list.',
  unexpected: 'Prices could not be read for a reason this version does not know.',
};

const KEPT = ' Cached and bundled prices stay in use.';

/** What the page and the command line show of a failure. */
export const describeFailure = (code: PriceFailureCode): PriceFailure => ({ code, message: SENTENCES[code] + KEPT });

const NAMES: Readonly<Record<string, PriceFailureCode>> = {
  AccessDeniedException: 'access-denied',
  AccessDenied: 'access-denied',
  UnauthorizedOperation: 'access-denied',
  UnrecognizedClientException: 'bad-credentials',
  InvalidClientTokenId: 'bad-credentials',
  InvalidSignatureException: 'bad-credentials',
  SignatureDoesNotMatch: 'bad-credentials',
  IncompleteSignature: 'bad-credentials',
  MissingAuthenticationTokenException: 'bad-credentials',
  ExpiredTokenException: 'expired',
  ExpiredToken: 'expired',
  ExpiredNextTokenException: 'server',
  InvalidNextTokenException: 'server',
  InternalErrorException: 'server',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  TimeoutError: 'slow',
  AbortError: 'cancelled',
  SyntaxError: 'unreadable',
  ZodError: 'unreadable',
  TypeError: 'unreadable',
};

const SYSTEM_CODES: Readonly<Record<string, PriceFailureCode>> = {
  ECONNREFUSED: 'offline',
  ECONNRESET: 'offline',
  ENOTFOUND: 'offline',
  EAI_AGAIN: 'offline',
  EHOSTUNREACH: 'offline',
  ENETUNREACH: 'offline',
  EPIPE: 'offline',
  ECONNABORTED: 'offline',
  UND_ERR_SOCKET: 'offline',
  UND_ERR_CONNECT_TIMEOUT: 'slow',
  ETIMEDOUT: 'slow',
};

const textOf = (error: object, field: string): string => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
};

const statusOf = (error: object): number => {
  const metadata: unknown = Reflect.get(error, '$metadata');
  const status: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : 0;
  return typeof status === 'number' ? status : 0;
};

/** A sign-in that has run out is reported by the credential chain in words only. */
const readChainFailure = (error: object): PriceFailureCode =>
  /expired|sso login|refresh/i.test(textOf(error, 'message')) ? 'expired' : 'no-credentials';

/** Sorts an error of the AWS client, of `fetch` or of the system into what a person can act on. Never throws. */
export const sortFailure = (error: unknown): PriceFailureCode => {
  if (typeof error !== 'object' || error === null) return 'unexpected';
  const name = textOf(error, 'name');
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') return readChainFailure(error);
  const byCode = SYSTEM_CODES[textOf(error, 'code')];
  if (byCode !== undefined) return byCode;
  const cause: unknown = Reflect.get(error, 'cause');
  // `fetch` wraps what happened to the socket; so does the AWS client now and then.
  if (typeof cause === 'object' && cause !== null && SYSTEM_CODES[textOf(cause, 'code')] !== undefined) {
    return sortFailure(cause);
  }
  const known = NAMES[name];
  if (known !== undefined && !(known === 'unreadable' && statusOf(error) >= 500)) return known;
  if (statusOf(error) >= 500) return 'server';
  return /socket|aborted|network/i.test(textOf(error, 'message')) ? 'offline' : 'unexpected';
};
