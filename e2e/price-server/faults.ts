import type { IncomingMessage, ServerResponse } from 'node:http';

/** What can go wrong with the price service. */
export const faultNames = [
  'throttling',
  'expired-token',
  'access-denied',
  'invalid-token',
  'server-error',
  'cut',
  'hang',
  'garbage',
  'html',
  'two-products',
  'empty',
] as const;
export type FaultName = (typeof faultNames)[number];

/** Faults that change what is answered rather than how. */
export const isContentFault = (fault: FaultName): fault is 'two-products' | 'empty' =>
  fault === 'two-products' || fault === 'empty';

export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
};

/** An error in the shape of the JSON 1.1 protocol. */
export const answerError = (response: ServerResponse, status: number, type: string, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ __type: type, message }));
};

/** Answers with a fault; the texts hold what a real answer gives away, so that a leak is seen. */
export const answerFault = (
  fault: Exclude<FaultName, 'two-products' | 'empty'>,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  switch (fault) {
    case 'throttling':
      answerError(response, 400, 'ThrottlingException', 'Rate exceeded');
      return;
    case 'expired-token':
      answerError(response, 400, 'ExpiredTokenException', 'The security token included in the request is expired');
      return;
    case 'access-denied':
      answerError(
        response,
        400,
        'AccessDeniedException',
        'User: arn:aws:iam::123456789012:user/someone is not authorized to perform: pricing:GetProducts',
      );
      return;
    case 'invalid-token':
      answerError(
        response,
        400,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
      return;
    case 'server-error':
      answerError(response, 500, 'InternalErrorException', 'An error on the server occurred');
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': '5000' });
      response.write('{"FormatVersion":"aws_v1","PriceList":["');
      setTimeout(() => request.socket.destroy(), 10);
      return;
    case 'hang':
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end('\u0000\u0001{"PriceList": [1, {"product"');
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title><p>Please sign in to this network.</p>');
      return;
  }
};
