import { dynamodbTable } from '../../catalog/services/dynamodb-table';
import type { Arrivals } from '../arrivals';
import { type Charge, HOURS } from '../charge';
import {
  dynamoReadHour,
  dynamoReadUnits,
  dynamoRecovery,
  dynamoStorage,
  dynamoWriteHour,
  dynamoWriteUnits,
} from '../price-key';
import { countRequests, defineSheet, said } from '../sheet';

const chargeProvisioned = (readUnits: number, writeUnits: number): Charge[] => [
  {
    item: 'read-capacity',
    description: 'Provisioned read capacity units (RCU)',
    price: dynamoReadHour('STANDARD'),
    quantity: readUnits * HOURS,
    basis: `${readUnits} RCU × ${HOURS} h`,
  },
  {
    item: 'write-capacity',
    description: 'Provisioned write capacity units (WCU)',
    price: dynamoWriteHour('STANDARD'),
    quantity: writeUnits * HOURS,
    basis: `${writeUnits} WCU × ${HOURS} h`,
  },
];

const chargeRequests = (
  readMillions: number | null,
  writeMillions: number | null,
  { reads, writes }: Arrivals,
): Charge[] => [
  {
    item: 'read-requests',
    description: 'Read request units',
    price: dynamoReadUnits('STANDARD'),
    ...countRequests(readMillions, reads),
  },
  {
    item: 'write-requests',
    description: 'Write request units',
    price: dynamoWriteUnits('STANDARD'),
    ...countRequests(writeMillions, writes),
  },
];

/** Point-in-time recovery is charged on the size of the table. */
export const dynamodbTableSheet = defineSheet(dynamodbTable, (settings, { arrivals }) => {
  const { billingMode, readUnits, writeUnits, readMillions, writeMillions, storageGb, pointInTimeRecovery } = settings;
  const charges = [
    ...(billingMode === 'provisioned'
      ? chargeProvisioned(readUnits, writeUnits)
      : chargeRequests(readMillions, writeMillions, arrivals)),
  ];
  charges.push({
    item: 'storage',
    description: 'Table storage',
    price: dynamoStorage('STANDARD'),
    quantity: storageGb,
    basis: said(storageGb, 'GB'),
  });
  if (pointInTimeRecovery) {
    charges.push({
      item: 'recovery-storage',
      description: 'Point-in-time recovery',
      price: dynamoRecovery,
      quantity: storageGb,
      basis: said(storageGb, 'GB'),
    });
  }
  return charges;
});
