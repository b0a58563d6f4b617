import { efs } from '../../catalog/services/efs';
import type { Charge } from '../charge';
import { efsRead, efsStorage, efsWrite } from '../price-key';
import { defineSheet, said } from '../sheet';

/** Elastic throughput charges for what is read and written; bursting throughput comes with the storage. */
export const efsSheet = defineSheet(efs, ({ throughputMode, oneZone, backup, storageGb, readGb, writeGb }) => {
  const charges: Charge[] = [
    {
      item: 'storage',
      description: `EFS ${oneZone ? 'One Zone' : 'Standard'} storage`,
      price: efsStorage(oneZone ? 'OneZone' : 'Standard'),
      quantity: storageGb,
      basis: said(storageGb, 'GB'),
    },
  ];
  if (throughputMode === 'elastic') {
    charges.push(
      {
        item: 'data-read',
        description: 'Data read with elastic throughput',
        price: efsRead,
        quantity: readGb,
        basis: said(readGb, 'GB'),
      },
      {
        item: 'data-written',
        description: 'Data written with elastic throughput',
        price: efsWrite,
        quantity: writeGb,
        basis: said(writeGb, 'GB'),
      },
    );
  }
  if (backup) {
    charges.push({
      item: 'backup-storage',
      description: 'Daily backups kept by AWS Backup',
      unpriced: 'The price book does not hold prices of AWS Backup.',
      unit: 'GB-month',
    });
  }
  return charges;
});
