import type { Purchase } from '../../catalog/purchase';
import { auroraCluster } from '../../catalog/services/aurora-cluster';
import { chargeCapacity, resolvePurchase } from '../capacity-charges';
import { type Charge, HOURS } from '../charge';
import {
  type AuroraEngineName,
  auroraBackup,
  auroraCapacityAnyMode,
  auroraCapacityHour,
  auroraHour,
  auroraRequests,
  auroraStorage,
  rdsReservedHour,
  rdsReservedUpfront,
} from '../price-key';
import { count, defineSheet, fromMillions, said } from '../sheet';
import { addressCharge } from './machine-charges';

const ENGINE_NAMES: Readonly<Record<'aurora-mysql' | 'aurora-postgresql', AuroraEngineName>> = {
  'aurora-mysql': 'Aurora MySQL',
  'aurora-postgresql': 'Aurora PostgreSQL',
};

const SERVERLESS_CLASS = 'db.serverless';

const chargeInstances = (
  engine: AuroraEngineName,
  instanceClass: string,
  instances: number,
  capacityUnits: number | null,
  purchase: Purchase,
): Charge[] =>
  instanceClass === SERVERLESS_CLASS
    ? [
        {
          item: 'capacity-unit-hours',
          description: `Aurora Serverless v2 capacity units, ${count(instances, 'instance')}`,
          price: [auroraCapacityHour, auroraCapacityAnyMode],
          quantity: capacityUnits === null ? null : instances * capacityUnits * HOURS,
          basis: `${count(instances, 'instance')} × ${said(capacityUnits, 'ACU')} × ${HOURS} h`,
        },
      ]
    : chargeCapacity({
        item: 'instance-hours',
        title: `${instanceClass}, ${engine}`,
        noun: 'instance',
        copies: instances,
        hours: HOURS,
        purchase,
        onDemand: auroraHour(engine, instanceClass),
        reservedHour: (term, payment) => rdsReservedHour(engine, 'Single-AZ', instanceClass, term, payment),
        reservedUpfront: (term, payment) => rdsReservedUpfront(engine, 'Single-AZ', instanceClass, term, payment),
      });

/** Aurora Standard: instances, storage and I/O requests. Backups kept longer than one day cost beyond the free part (unverified). */
export const auroraClusterSheet = defineSheet(auroraCluster, (settings, place) => {
  const { engine, instanceClass, instances, storageGb, ioMillions, backupRetentionDays, publiclyAccessible } = settings;
  const { capacityUnits, backupGb } = settings;
  const purchase = resolvePurchase(settings.purchase, place.purchase);
  const charges: Charge[] = [
    ...chargeInstances(ENGINE_NAMES[engine], instanceClass, instances, capacityUnits, purchase),
    {
      item: 'storage',
      description: 'Aurora storage',
      price: auroraStorage,
      quantity: storageGb,
      basis: said(storageGb, 'GB'),
    },
    {
      item: 'io-requests',
      description: 'Aurora I/O requests',
      price: auroraRequests,
      quantity: fromMillions(ioMillions),
      basis: said(ioMillions, 'million'),
    },
  ];
  if (backupRetentionDays > 1) {
    charges.push({
      item: 'backup-storage',
      description: `Backups kept ${backupRetentionDays} days, beyond the free first day`,
      price: auroraBackup,
      quantity: backupGb,
      basis: said(backupGb, 'GB'),
    });
  }
  if (publiclyAccessible) charges.push(addressCharge(instances));
  return charges;
});
