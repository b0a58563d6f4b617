import { secret } from '../../catalog/services/secret';
import { secretMonth, secretRequests } from '../price-key';
import { defineSheet, fromMillions, said } from '../sheet';

export const secretSheet = defineSheet(secret, ({ requestsMillions }) => [
  { item: 'secret', description: 'Secret', price: secretMonth, quantity: 1, basis: '1 secret' },
  {
    item: 'requests',
    description: 'Requests for the secret',
    price: secretRequests,
    quantity: fromMillions(requestsMillions),
    basis: said(requestsMillions, 'million'),
  },
]);
