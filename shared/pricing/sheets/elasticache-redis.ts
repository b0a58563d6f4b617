import { elasticacheRedis } from '../../catalog/services/elasticache-redis';
import { resolvePurchase } from '../capacity-charges';
import type { Charge } from '../charge';
import { cacheBackup } from '../price-key';
import { defineSheet, said } from '../sheet';
import { chargeNodes } from './cache-charges';

/** One snapshot at a time is free (unverified); more days kept cost storage that nothing in the settings sizes. */
export const elasticacheRedisSheet = defineSheet(
  elasticacheRedis,
  ({ engine, nodeType, replicas, purchase, snapshotRetentionDays, backupGb }, place) => {
    const bought = resolvePurchase(purchase, place.purchase);
    const charges: Charge[] = [
      ...chargeNodes(engine === 'valkey' ? 'Valkey' : 'Redis', nodeType, 1 + replicas, bought),
    ];
    if (snapshotRetentionDays > 1) {
      charges.push({
        item: 'backup-storage',
        description: `Snapshots kept ${snapshotRetentionDays} days, beyond the free one`,
        price: cacheBackup,
        quantity: backupGb,
        basis: said(backupGb, 'GB'),
      });
    }
    return charges;
  },
);
