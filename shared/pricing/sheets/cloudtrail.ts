import { cloudtrail } from '../../catalog/services/cloudtrail';
import { chargeLogs } from '../log-charges';
import { defineSheet } from '../sheet';

/** Free by AWS's pricing page of CloudTrail, in a stored copy without a date: unverified. What the bucket costs that the trail writes into stands on the bucket. */
export const cloudtrailSheet = defineSheet(cloudtrail, ({ logRetention, logGb }) => [
  {
    item: 'management-events',
    description: 'Management events',
    free: 'AWS delivers the first copy in each Region for nothing.',
  },
  ...chargeLogs(logRetention, logGb),
]);
