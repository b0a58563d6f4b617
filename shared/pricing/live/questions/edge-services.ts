import { askFor, filterBy, GIGABYTE_UNITS, lookUp, type QuestionRule, REQUEST_UNITS } from '../question';

/** CloudFront's groups of edge locations: the price book's name to the price list's, and to the prefix of usage types. */
const EDGES: Readonly<Record<string, readonly [location: string, prefix: string]>> = {
  'United States': ['United States', 'US'],
  EU: ['Europe', 'EU'],
};

const TEN_THOUSAND = 10_000;
const MILLION = 1_000_000;
const FREE_EDGE_GB = 1024;

const askEdgeData: QuestionRule = (asked) => {
  const edge = lookUp(EDGES, asked.attribute('edge'));
  if (edge === undefined) return undefined;
  const [fromLocation, prefix] = edge;
  return askFor(asked, {
    queries: [
      { serviceCode: 'AmazonCloudFront', filters: filterBy({ transferType: 'CloudFront Outbound', fromLocation }) },
    ],
    usageType: new RegExp(`^${prefix}-DataTransfer-Out-Bytes$`),
    units: GIGABYTE_UNITS,
    unit: 'GB',
    freePerMonth: FREE_EDGE_GB,
  });
};

const askEdgeRequests: QuestionRule = (asked) => {
  const edge = lookUp(EDGES, asked.attribute('edge'));
  if (edge === undefined) return undefined;
  const [location, prefix] = edge;
  return askFor(asked, {
    queries: [
      {
        serviceCode: 'AmazonCloudFront',
        filters: filterBy({ requestType: 'CloudFront-Request-HTTPS-Proxy', location }),
      },
    ],
    usageType: new RegExp(`^${prefix}-Requests-Tier2-HTTPS$`),
    units: REQUEST_UNITS,
    unit: '10000 requests',
    scale: TEN_THOUSAND,
  });
};

const askRoute53 =
  (
    filters: Readonly<Record<string, string>>,
    usage: string,
    units: readonly string[],
    unit: string,
    scale = 1,
  ): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: [{ serviceCode: 'AmazonRoute53', filters: filterBy(filters) }],
      usageType: new RegExp(`^${usage}$`),
      units,
      unit,
      scale,
    });

/** Worldwide prices: asked for without a Region. */
export const edgeQuestions: Readonly<Record<string, QuestionRule>> = {
  'AmazonCloudFront/data-transfer-out-internet': askEdgeData,
  'AmazonCloudFront/requests-https': askEdgeRequests,
  'AmazonRoute53/hosted-zone-month': askRoute53(
    { productFamily: 'DNS Zone', usagetype: 'HostedZone' },
    'HostedZone',
    ['hostedzone'],
    'zone-month',
  ),
  'AmazonRoute53/queries': (asked) =>
    asked.attribute('type') === 'standard'
      ? askRoute53(
          { productFamily: 'DNS Query', usagetype: 'DNS-Queries' },
          'DNS-Queries',
          ['queries'],
          '1M queries',
          MILLION,
        )(asked)
      : undefined,
  'AmazonRoute53/health-check-month': (asked) =>
    asked.attribute('endpoint') === 'AWS'
      ? askRoute53({ productFamily: 'DNS Health Check' }, 'Health-Check-AWS', ['month'], 'month')(asked)
      : undefined,
};
