import { rdsInstance } from '../../catalog/services/rds-instance';
import { chargeCapacity, resolvePurchase } from '../capacity-charges';
import type { Charge } from '../charge';
import {
  type Deployment,
  type RdsEngineName,
  rdsBackup,
  rdsHour,
  rdsReservedHour,
  rdsReservedUpfront,
  rdsStorage,
} from '../price-key';
import { defineSheet } from '../sheet';
import { addressCharge } from './machine-charges';

const ENGINE_NAMES: Readonly<Record<'mysql' | 'postgres' | 'mariadb', RdsEngineName>> = {
  mysql: 'MySQL',
  postgres: 'PostgreSQL',
  mariadb: 'MariaDB',
};

/**
 * Multi-AZ has prices of its own for hours and storage, which include the standby. Backups up to the size of the
 * storage are free.
 */
export const rdsInstanceSheet = defineSheet(rdsInstance, (settings, place) => {
  const { engine, instanceClass, storageGb, storageType, multiAz, publiclyAccessible } = settings;
  const name = ENGINE_NAMES[engine];
  const deployment: Deployment = multiAz ? 'Multi-AZ' : 'Single-AZ';
  const charges: Charge[] = [
    ...chargeCapacity({
      item: 'instance-hours',
      title: `${instanceClass}, ${name}, ${deployment}`,
      noun: 'database',
      copies: 1,
      hours: settings.hoursPerMonth ?? place.hours,
      purchase: resolvePurchase(settings.purchase, place.purchase),
      onDemand: rdsHour(name, deployment, instanceClass),
      reservedHour: (term, payment) => rdsReservedHour(name, deployment, instanceClass, term, payment),
      reservedUpfront: (term, payment) => rdsReservedUpfront(name, deployment, instanceClass, term, payment),
    }),
    {
      item: 'storage',
      description: `RDS ${storageType} storage, ${deployment}`,
      price: rdsStorage(name, deployment, storageType),
      quantity: storageGb,
      basis: `${storageGb} GB`,
    },
  ];
  if (settings.backupGb !== null)
    charges.push({
      item: 'backup-storage',
      description: 'Backups beyond the size of the storage',
      price: rdsBackup(name),
      quantity: settings.backupGb,
      basis: `${settings.backupGb} GB`,
    });
  if (publiclyAccessible) charges.push(addressCharge(1));
  return charges;
});
