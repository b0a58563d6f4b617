import { lambdaFunction } from '../../catalog/services/lambda-function';
import { lambdaDuration, lambdaRequests } from '../price-key';
import { defineSheet, fromMillions, said } from '../sheet';

const MB_PER_GB = 1024;
const MS_PER_SECOND = 1000;

/** Requests, and the time they run times the memory they are given. The 512 MB of temporary storage are included. */
export const lambdaFunctionSheet = defineSheet(
  lambdaFunction,
  ({ architecture, memoryMb, requestsMillions, durationMs }) => {
    const price = architecture === 'arm64' ? 'arm' : 'x86';
    const requests = fromMillions(requestsMillions);
    const isTimeKnown = requests !== null && durationMs !== null;
    return [
      {
        item: 'requests',
        description: `Requests, ${architecture}`,
        price: lambdaRequests(price),
        quantity: requests,
        basis: said(requestsMillions, 'million'),
      },
      {
        item: 'duration',
        description: `Duration, ${architecture}, ${memoryMb} MB`,
        price: lambdaDuration(price),
        quantity: isTimeKnown ? (requests * durationMs * memoryMb) / (MS_PER_SECOND * MB_PER_GB) : null,
        basis: `${said(requestsMillions, 'million')} × ${said(durationMs, 'ms')} × ${memoryMb} MB`,
        pooled: true,
      },
    ];
  },
);
