import { sqsQueue } from '../../catalog/services/sqs-queue';
import { queueRequests } from '../price-key';
import { defineSheet, fromMillions, said } from '../sheet';

/** A dead-letter queue costs nothing while no message goes astray. */
export const sqsQueueSheet = defineSheet(sqsQueue, ({ fifo, requestsMillions }) => [
  {
    item: 'requests',
    description: `${fifo ? 'FIFO' : 'Standard'} queue requests`,
    price: queueRequests(fifo ? 'fifo' : 'standard'),
    quantity: fromMillions(requestsMillions),
    basis: said(requestsMillions, 'million'),
    pooled: true,
  },
]);
