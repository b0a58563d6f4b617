import type { Purchase } from '../../catalog/purchase';
import { chargeCapacity } from '../capacity-charges';
import { type Charge, HOURS } from '../charge';
import { type CacheEngineName, cacheHour, cacheReservedHour, cacheReservedUpfront } from '../price-key';

/** ElastiCache nodes: Valkey, Redis OSS and Memcached each have prices of their own. */
export const chargeNodes = (
  engine: CacheEngineName,
  nodeType: string,
  nodes: number,
  purchase: Purchase,
): readonly Charge[] =>
  chargeCapacity({
    item: 'node-hours',
    title: `${nodeType}, ${engine === 'Redis' ? 'Redis OSS' : engine}`,
    noun: 'node',
    copies: nodes,
    hours: HOURS,
    purchase,
    onDemand: cacheHour(engine, nodeType),
    reservedHour: (term, payment) => cacheReservedHour(engine, nodeType, term, payment),
    reservedUpfront: (term, payment) => cacheReservedUpfront(engine, nodeType, term, payment),
  });
