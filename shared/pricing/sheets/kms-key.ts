import { kmsKey } from '../../catalog/services/kms-key';
import { kmsKeyMonth, kmsRequests } from '../price-key';
import { defineSheet, fromMillions, said } from '../sheet';

/** A symmetric customer managed key before its first yearly rotation. */
export const kmsKeySheet = defineSheet(kmsKey, ({ requestsMillions }) => [
  { item: 'key', description: 'Customer managed key', price: kmsKeyMonth, quantity: 1, basis: '1 key' },
  {
    item: 'requests',
    description: 'Requests with a symmetric key',
    price: kmsRequests('symmetric'),
    quantity: fromMillions(requestsMillions),
    basis: said(requestsMillions, 'million'),
  },
]);
