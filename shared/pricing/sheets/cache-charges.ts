import { type Charge, HOURS } from '../charge';
import { type CacheEngineName, cacheHour } from '../price-key';
import { count } from '../sheet';

/** ElastiCache nodes: Valkey, Redis OSS and Memcached each have prices of their own. */
export const chargeNodes = (engine: CacheEngineName, nodeType: string, nodes: number): Charge => ({
  item: 'node-hours',
  description: `${nodeType}, ${engine === 'Redis' ? 'Redis OSS' : engine}, On-Demand`,
  price: cacheHour(engine, nodeType),
  quantity: nodes * HOURS,
  basis: `${count(nodes, 'node')} × ${HOURS} h`,
});
