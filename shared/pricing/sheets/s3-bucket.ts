import { s3Bucket } from '../../catalog/services/s3-bucket';
import type { Charge } from '../charge';
import { s3ObjectMonitoring, s3ReadRequests, s3Retrieval, s3Storage, s3WriteRequests } from '../price-key';
import { countRequests, defineSheet, said } from '../sheet';

interface ClassPrices {
  readonly title: string;
  readonly storage: string;
  readonly requests: string;
  /** Reading the data costs by the gigabyte. */
  readonly hasRetrieval: boolean;
}

const CLASSES: Readonly<Record<'standard' | 'standard-ia' | 'one-zone-ia' | 'intelligent-tiering', ClassPrices>> = {
  standard: { title: 'S3 Standard', storage: 'STANDARD', requests: 'STANDARD', hasRetrieval: false },
  'standard-ia': { title: 'S3 Standard-IA', storage: 'STANDARD_IA', requests: 'STANDARD_IA', hasRetrieval: true },
  'one-zone-ia': { title: 'S3 One Zone-IA', storage: 'ONEZONE_IA', requests: 'ONEZONE_IA', hasRetrieval: true },
  'intelligent-tiering': {
    title: 'S3 Intelligent-Tiering, frequent access',
    storage: 'INTELLIGENT_TIERING_FA',
    requests: 'INTELLIGENT_TIERING',
    hasRetrieval: false,
  },
};

const THOUSAND = 1000;

const countThousands = (thousands: number | null, arriving: number | null) =>
  thousands === null && arriving !== null
    ? countRequests(null, arriving)
    : { quantity: thousands === null ? null : thousands * THOUSAND, basis: said(thousands, 'thousand') };

export const s3BucketSheet = defineSheet(s3Bucket, (settings, { arrivals }) => {
  const { storageClass, storageGb, readThousands, writeThousands, retrievedGb, objectsThousands } = settings;
  const { title, storage, requests, hasRetrieval } = CLASSES[storageClass];
  const charges: Charge[] = [
    {
      item: 'storage',
      description: `${title} storage`,
      price: s3Storage(storage),
      quantity: storageGb,
      basis: said(storageGb, 'GB'),
      pooled: true,
    },
    {
      item: 'read-requests',
      description: 'GET and SELECT requests',
      price: s3ReadRequests(requests),
      ...countThousands(readThousands, arrivals.reads),
    },
    {
      item: 'write-requests',
      description: 'PUT, COPY, POST and LIST requests',
      price: s3WriteRequests(requests),
      ...countThousands(writeThousands, arrivals.writes),
    },
  ];
  if (hasRetrieval) {
    charges.push({
      item: 'retrieval',
      description: `Data read from ${title}`,
      price: s3Retrieval(storage),
      quantity: retrievedGb,
      basis: said(retrievedGb, 'GB'),
    });
  }
  if (storageClass === 'intelligent-tiering') {
    charges.push({
      item: 'monitoring',
      description: 'Objects watched by Intelligent-Tiering',
      price: s3ObjectMonitoring,
      quantity: objectsThousands === null ? null : objectsThousands * THOUSAND,
      basis: said(objectsThousands, 'thousand objects'),
    });
  }
  return charges;
});
