import { apiGateway } from '../../catalog/services/api-gateway';
import { apiRequests } from '../price-key';
import { countRequests, defineSheet } from '../sheet';

/** Each request of up to 512 KB counts as one. */
export const apiGatewaySheet = defineSheet(apiGateway, ({ requestsMillions }, { arrivals }) => [
  {
    item: 'requests',
    description: 'Requests to the HTTP API',
    price: apiRequests,
    ...countRequests(requestsMillions, arrivals.requests),
    pooled: true,
  },
]);
