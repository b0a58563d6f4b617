import { kinesisStream } from '../../catalog/services/kinesis-stream';
import { type Charge, HOURS } from '../charge';
import { streamHour, streamIngest, streamPutUnits, streamRead, streamRetention, streamShardHour } from '../price-key';
import { count, countRequests, defineSheet, said } from '../sheet';

/** Days whose longer storage the price book knows; what lies beyond is long-term storage. */
const EXTENDED_DAYS = 7;

function chargeRetention(mode: string, shards: number, days: number): Charge[] {
  if (days <= 1) return [];
  const description = `Records kept for ${days} days instead of one`;
  if (days > EXTENDED_DAYS || mode === 'on-demand')
    return [
      {
        item: 'retention',
        description,
        unit: 'GB',
        unpriced: 'The price book has no price for what is stored that long.',
      },
    ];
  const basis = `${count(shards, 'shard')} × ${HOURS} h`;
  return [{ item: 'retention', description, price: streamRetention, quantity: shards * HOURS, basis }];
}

/** Consumers with a throughput of their own (enhanced fan-out) cannot be drawn. */
export const kinesisStreamSheet = defineSheet(
  kinesisStream,
  ({ mode, shards, retentionDays, recordsMillions, ingestGb, readGb }, { arrivals }) => [
    ...(mode === 'on-demand'
      ? [
          {
            item: 'stream-hours',
            description: 'Stream on demand',
            price: streamHour,
            quantity: HOURS,
            basis: `${HOURS} h`,
          },
          {
            item: 'data-in',
            description: 'Data written',
            price: streamIngest,
            quantity: ingestGb,
            basis: said(ingestGb, 'GB'),
          },
          {
            item: 'data-out',
            description: 'Data read',
            price: streamRead,
            quantity: readGb,
            basis: said(readGb, 'GB'),
          },
        ]
      : [
          {
            item: 'shard-hours',
            description: 'Provisioned shards',
            price: streamShardHour,
            quantity: shards * HOURS,
            basis: `${count(shards, 'shard')} × ${HOURS} h`,
          },
          {
            item: 'records',
            description: 'Records written, in pieces of up to 25 KB',
            price: streamPutUnits,
            ...countRequests(recordsMillions, arrivals.requests),
          },
        ]),
    ...chargeRetention(mode, shards, retentionDays),
  ],
);
