import { sqsQueue } from '../../catalog/services/sqs-queue';
import { queueRequests } from '../price-key';
import { countRequests, defineSheet } from '../sheet';

/** One to send a message, one to receive, one to delete it. */
const REQUESTS_PER_MESSAGE = 3;

const countMessages = (requestsMillions: number | null, messages: number | null) => {
  const counted = countRequests(requestsMillions, messages);
  if (requestsMillions !== null || counted.quantity === null) return counted;
  return {
    quantity: counted.quantity * REQUESTS_PER_MESSAGE,
    basis: `${counted.basis} × ${REQUESTS_PER_MESSAGE} requests a message`,
  };
};

/** A dead-letter queue costs nothing while no message goes astray. */
export const sqsQueueSheet = defineSheet(sqsQueue, ({ fifo, requestsMillions }, { arrivals }) => [
  {
    item: 'requests',
    description: `${fifo ? 'FIFO' : 'Standard'} queue requests`,
    price: queueRequests(fifo ? 'fifo' : 'standard'),
    ...countMessages(requestsMillions, arrivals.requests),
    pooled: true,
  },
]);
