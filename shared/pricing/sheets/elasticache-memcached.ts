import { elasticacheMemcached } from '../../catalog/services/elasticache-memcached';
import { defineSheet } from '../sheet';
import { chargeNodes } from './cache-charges';

export const elasticacheMemcachedSheet = defineSheet(elasticacheMemcached, ({ nodeType, nodes }) => [
  chargeNodes('Memcached', nodeType, nodes),
]);
