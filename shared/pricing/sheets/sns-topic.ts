import { snsTopic } from '../../catalog/services/sns-topic';
import type { Charge } from '../charge';
import { topicFifoPayload, topicFifoRequests, topicRequests } from '../price-key';
import { countRequests, defineSheet, said } from '../sheet';

/** Publishing; delivery to queues and functions is free for standard topics. FIFO topics also charge by payload. */
export const snsTopicSheet = defineSheet(snsTopic, ({ fifo, publishesMillions, payloadGb }, { arrivals }) => {
  const charges: Charge[] = [
    {
      item: 'publishes',
      description: `Messages published to a ${fifo ? 'FIFO' : 'standard'} topic`,
      price: fifo ? topicFifoRequests : topicRequests,
      ...countRequests(publishesMillions, arrivals.requests),
      pooled: true,
    },
  ];
  if (fifo) {
    charges.push({
      item: 'payload',
      description: 'Payload published to a FIFO topic',
      price: topicFifoPayload,
      quantity: payloadGb,
      basis: said(payloadGb, 'GB'),
    });
  }
  return charges;
});
