import { auroraCluster } from '../../catalog/services/aurora-cluster';
import { type Charge, HOURS } from '../charge';
import {
  type AuroraEngineName,
  auroraBackup,
  auroraCapacityAnyMode,
  auroraCapacityHour,
  auroraHour,
  auroraRequests,
  auroraStorage,
} from '../price-key';
import { count, defineSheet, fromMillions, said } from '../sheet';
import { addressCharge } from './machine-charges';

const ENGINE_NAMES: Readonly<Record<'aurora-mysql' | 'aurora-postgresql', AuroraEngineName>> = {
  'aurora-mysql': 'Aurora MySQL',
  'aurora-postgresql': 'Aurora PostgreSQL',
};

const SERVERLESS_CLASS = 'db.serverless';

const chargeInstances = (engine: AuroraEngineName, instanceClass: string, instances: number): Charge =>
  instanceClass === SERVERLESS_CLASS
    ? {
        item: 'capacity-unit-hours',
        description: `Aurora Serverless v2 capacity units, ${count(instances, 'instance')}`,
        price: [auroraCapacityHour, auroraCapacityAnyMode],
        quantity: null,
        basis: `? ACU × ${HOURS} h`,
      }
    : {
        item: 'instance-hours',
        description: `${instanceClass}, ${engine}, On-Demand`,
        price: auroraHour(engine, instanceClass),
        quantity: instances * HOURS,
        basis: `${count(instances, 'instance')} × ${HOURS} h`,
      };

/** Aurora Standard: instances, storage and I/O requests. Backups kept longer than one day cost beyond the free part. */
export const auroraClusterSheet = defineSheet(
  auroraCluster,
  ({ engine, instanceClass, instances, storageGb, ioMillions, backupRetentionDays, publiclyAccessible }) => {
    const charges: Charge[] = [
      chargeInstances(ENGINE_NAMES[engine], instanceClass, instances),
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
        quantity: null,
        basis: '? GB',
      });
    }
    if (publiclyAccessible) charges.push(addressCharge(instances));
    return charges;
  },
);
