import { lambdaFunction } from '../../catalog/services/lambda-function';
import { chargeLogs } from '../log-charges';
import { lambdaDuration, lambdaRequests } from '../price-key';
import { countRequests, defineSheet, said } from '../sheet';

const MB_PER_GB = 1024;
const MS_PER_SECOND = 1000;

/** Requests, and the time they run times the memory they are given. The 512 MB of temporary storage are included. */
export const lambdaFunctionSheet = defineSheet(
  lambdaFunction,
  ({ architecture, memoryMb, requestsMillions, durationMs, logRetention, logGb }, { arrivals }) => {
    const price = architecture === 'arm64' ? 'arm' : 'x86';
    const { quantity: requests, basis } = countRequests(requestsMillions, arrivals.requests);
    const isTimeKnown = requests !== null && durationMs !== null;
    return [
      {
        item: 'requests',
        description: `Requests, ${architecture}`,
        price: lambdaRequests(price),
        quantity: requests,
        basis,
      },
      {
        item: 'duration',
        description: `Duration, ${architecture}, ${memoryMb} MB`,
        price: lambdaDuration(price),
        quantity: isTimeKnown ? (requests * durationMs * memoryMb) / (MS_PER_SECOND * MB_PER_GB) : null,
        basis: `${basis} × ${said(durationMs, 'ms')} × ${memoryMb} MB`,
        pooled: true,
      },
      ...chargeLogs(logRetention, logGb),
    ];
  },
);
