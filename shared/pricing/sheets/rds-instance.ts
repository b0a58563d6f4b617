import { rdsInstance } from '../../catalog/services/rds-instance';
import { type Charge, HOURS } from '../charge';
import { type Deployment, type RdsEngineName, rdsHour, rdsStorage } from '../price-key';
import { defineSheet } from '../sheet';
import { addressCharge } from './machine-charges';

const ENGINE_NAMES: Readonly<Record<'mysql' | 'postgres' | 'mariadb', RdsEngineName>> = {
  mysql: 'MySQL',
  postgres: 'PostgreSQL',
  mariadb: 'MariaDB',
};

/**
 * Multi-AZ has prices of its own for hours and storage, which include the standby. Backups up to the size of the
 * storage are free; nothing in the settings says that more is kept.
 */
export const rdsInstanceSheet = defineSheet(
  rdsInstance,
  ({ engine, instanceClass, storageGb, storageType, multiAz, publiclyAccessible }) => {
    const name = ENGINE_NAMES[engine];
    const deployment: Deployment = multiAz ? 'Multi-AZ' : 'Single-AZ';
    const charges: Charge[] = [
      {
        item: 'instance-hours',
        description: `${instanceClass}, ${name}, ${deployment}, On-Demand`,
        price: rdsHour(name, deployment, instanceClass),
        quantity: HOURS,
        basis: `${HOURS} h`,
      },
      {
        item: 'storage',
        description: `RDS ${storageType} storage, ${deployment}`,
        price: rdsStorage(name, deployment, storageType),
        quantity: storageGb,
        basis: `${storageGb} GB`,
      },
    ];
    if (publiclyAccessible) charges.push(addressCharge(1));
    return charges;
  },
);
