import { cloudfront } from '../../catalog/services/cloudfront';
import { cloudFrontData, cloudFrontHttps } from '../price-key';
import { countRequests, defineSheet, said } from '../sheet';

/**
 * Pay-as-you-go. Data to viewers is what the setting says, else what the arrows from users carry. CloudFront bills by
 * the edge location that answers; the estimate takes one group for all.
 */
export const cloudfrontSheet = defineSheet(cloudfront, ({ dataOutGb, requestsMillions }, { arrivals, edge }) => {
  const gigabytes = dataOutGb ?? arrivals.viewerGb;
  const requests = countRequests(requestsMillions, arrivals.requests);
  const where = edge === 'EU' ? 'Europe' : 'the United States';
  return [
    {
      item: 'data-out',
      description: `Data to viewers at the rate of ${where}`,
      price: cloudFrontData(edge),
      quantity: gigabytes,
      basis: said(gigabytes, 'GB'),
      pooled: true,
    },
    {
      item: 'requests',
      description: `HTTPS requests at the rate of ${where}`,
      price: cloudFrontHttps(edge),
      ...requests,
    },
    { item: 'data-from-origin', description: 'Data from AWS origins', free: 'AWS does not charge for it.' },
  ];
});
