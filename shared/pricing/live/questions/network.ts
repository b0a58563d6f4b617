import {
  askFor,
  filterBy,
  GIGABYTE_UNITS,
  HOUR_UNITS,
  isAskableRegion,
  plainUsageType,
  type QuestionRule,
  queryByUsageType,
  usageTypeOf,
} from '../question';

const askVpc =
  (usage: string, units: readonly string[], unit: string): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: queryByUsageType('AmazonVPC', asked.region, usage),
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
    });

/** Load balancers moved from AmazonEC2 to a service code of their own; the old one is asked when the new has no answer. */
const askBalancer =
  (kind: string, usage: string, units: readonly string[], unit: string): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: ['AWSELB', 'AmazonEC2'].map((serviceCode) => ({
        serviceCode,
        filters: filterBy({ regionCode: asked.region, operation: `LoadBalancing:${kind}` }),
      })),
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
    });

const FREE_OUT_GB = 100;

/** Data transfer has no `regionCode`; it says where the data comes from. */
const askTransfer =
  (transferType: string, usage: string, freePerMonth?: number): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: [{ serviceCode: 'AWSDataTransfer', filters: filterBy({ fromRegionCode: asked.region, transferType }) }],
      usageType: plainUsageType(asked.region, usage),
      units: GIGABYTE_UNITS,
      unit: 'GB',
      ...(freePerMonth === undefined ? {} : { freePerMonth }),
    });

const askInterRegion: QuestionRule = (asked) => {
  const toRegionCode = asked.attribute('to');
  if (!isAskableRegion(toRegionCode)) return undefined;
  const filters = filterBy({ fromRegionCode: asked.region, toRegionCode, transferType: 'InterRegion Outbound' });
  return askFor(asked, {
    queries: [{ serviceCode: 'AWSDataTransfer', filters }],
    usageType: usageTypeOf(asked.region, '[A-Z0-9]+-AWS-Out-Bytes'),
    units: GIGABYTE_UNITS,
    unit: 'GB',
  });
};

const LCU_UNITS = ['lcu-hrs', 'lcu-hours'] as const;

export const networkQuestions: Readonly<Record<string, QuestionRule>> = {
  'AmazonVPC/public-ipv4-in-use-hour': askVpc('PublicIPv4:InUseAddress', HOUR_UNITS, 'hour'),
  'AmazonVPC/interface-endpoint-hour': askVpc('VpcEndpoint-Hours', HOUR_UNITS, 'hour'),
  'AmazonVPC/site-to-site-vpn-connection-hour': askVpc('VPN-Usage-Hours:ipsec.1', HOUR_UNITS, 'hour'),
  'AmazonVPC/interface-endpoint-gb': askVpc('VpcEndpoint-Bytes', GIGABYTE_UNITS, 'GB'),
  'AWSELB/alb-hour': askBalancer('Application', 'LoadBalancerUsage', HOUR_UNITS, 'hour'),
  'AWSELB/alb-lcu-hour': askBalancer('Application', 'LCUUsage', LCU_UNITS, 'LCU-hour'),
  'AWSELB/nlb-hour': askBalancer('Network', 'LoadBalancerUsage', HOUR_UNITS, 'hour'),
  'AWSELB/nlb-lcu-hour': askBalancer('Network', 'LCUUsage', LCU_UNITS, 'LCU-hour'),
  'AWSDataTransfer/data-transfer-out-internet': askTransfer('AWS Outbound', 'DataTransfer-Out-Bytes', FREE_OUT_GB),
  'AWSDataTransfer/inter-az-per-direction': askTransfer('IntraRegion', 'DataTransfer-Regional-Bytes'),
  'AWSDataTransfer/inter-region-out': askInterRegion,
};
