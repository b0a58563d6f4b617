import { elasticacheMemcached } from '../../catalog/services/elasticache-memcached';
import { resolvePurchase } from '../capacity-charges';
import { defineSheet } from '../sheet';
import { chargeNodes } from './cache-charges';

export const elasticacheMemcachedSheet = defineSheet(elasticacheMemcached, ({ nodeType, nodes, purchase }, place) =>
  chargeNodes('Memcached', nodeType, nodes, resolvePurchase(purchase, place.purchase)),
);
