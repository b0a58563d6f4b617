import { gatewayEndpoint } from '../../catalog/services/gateway-endpoint';
import { defineSheet } from '../sheet';

export const gatewayEndpointSheet = defineSheet(gatewayEndpoint, () => [
  {
    item: 'endpoint',
    description: 'Gateway endpoint',
    free: 'AWS charges neither for it nor for the data through it.',
  },
]);
