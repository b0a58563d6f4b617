import type { Charge } from './charge';
import { logsIngest, logsStorage } from './price-key';
import { said } from './sheet';

const DAYS_PER_MONTH = 30;
/** What is kept for ever is priced as it stands after a year. */
const DAYS_OF_A_YEAR = 365;
/** CloudWatch stores logs compressed; the share is unverified, from memory of the examples on its pricing page. */
const COMPRESSED = 0.15;

/** Logs kept in CloudWatch: gigabytes taken in, and those stored as long as they are kept. Nothing where they stay on the machine. */
export const chargeLogs = (retention: string, gigabytes: number | null): Charge[] => {
  if (retention === 'none') return [];
  const days = retention === 'forever' ? DAYS_OF_A_YEAR : Number(retention);
  const kept = retention === 'forever' ? 'after a year' : `${days} days`;
  return [
    {
      item: 'log-ingestion',
      description: 'Logs taken in by CloudWatch',
      price: logsIngest,
      quantity: gigabytes,
      basis: said(gigabytes, 'GB'),
    },
    {
      item: 'log-storage',
      description: `Logs stored, ${kept}`,
      price: logsStorage,
      quantity: gigabytes === null ? null : (gigabytes * COMPRESSED * days) / DAYS_PER_MONTH,
      basis: `${said(gigabytes, 'GB')} a month × ${days} days, compressed to ${COMPRESSED * 100} %`,
    },
  ];
};
