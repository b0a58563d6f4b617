import { internetGateway } from '../../catalog/services/internet-gateway';
import { defineSheet } from '../sheet';

export const internetGatewaySheet = defineSheet(internetGateway, () => [
  { item: 'gateway', description: 'Internet gateway', free: 'AWS charges for the traffic only.' },
]);
