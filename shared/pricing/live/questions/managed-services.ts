import {
  askFor,
  filterBy,
  GIGABYTE_UNITS,
  HOUR_UNITS,
  lookUp,
  plainUsageType,
  type QuestionRule,
  queryByUsageType,
  REQUEST_UNITS,
  STORAGE_UNITS,
  usageTypeOf,
} from '../question';

const MILLION = 1_000_000;
const TEN_THOUSAND = 10_000;
const THOUSAND = 1000;

const STORAGE_USAGE: Readonly<Record<string, string>> = {
  STANDARD: 'TimedStorage-ByteHrs',
  STANDARD_IA: 'TimedStorage-SIA-ByteHrs',
  ONEZONE_IA: 'TimedStorage-ZIA-ByteHrs',
  INTELLIGENT_TIERING_FA: 'TimedStorage-INT-FA-ByteHrs',
};
const REQUEST_CLASS: Readonly<Record<string, string>> = {
  STANDARD: '',
  STANDARD_IA: 'SIA-',
  ONEZONE_IA: 'ZIA-',
  INTELLIGENT_TIERING: 'INT-',
};

const askS3 =
  (
    find: (storageClass: string) => string | undefined,
    units: readonly string[],
    unit: string,
    scale = 1,
  ): QuestionRule =>
  (asked) => {
    const usage = find(asked.attribute('class'));
    if (usage === undefined) return undefined;
    return askFor(asked, {
      queries: queryByUsageType('AmazonS3', asked.region, usage),
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
      scale,
    });
  };

const s3Request =
  (tier: string) =>
  (storageClass: string): string | undefined => {
    const infix = lookUp(REQUEST_CLASS, storageClass);
    return infix === undefined ? undefined : `Requests-${infix}${tier}`;
  };

const s3Retrieval = (storageClass: string): string | undefined =>
  storageClass === 'STANDARD_IA' ? 'Retrieval-SIA' : storageClass === 'ONEZONE_IA' ? 'Retrieval-ZIA' : undefined;

const askLambda =
  (group: string, usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) => {
    const suffix = asked.attribute('arch') === 'arm' ? '-ARM' : '';
    const filters = filterBy({ regionCode: asked.region, group: `${group}${suffix}` });
    return askFor(asked, {
      queries: [{ serviceCode: 'AWSLambda', filters }],
      usageType: plainUsageType(asked.region, `${usage}${suffix}`),
      units,
      unit,
      scale,
    });
  };

const QUEUE_TYPES: Readonly<Record<string, string>> = {
  standard: 'Standard',
  fifo: 'FIFO (first-in, first-out)',
};

const askQueue: QuestionRule = (asked) => {
  const queueType = lookUp(QUEUE_TYPES, asked.attribute('queue'));
  if (queueType === undefined) return undefined;
  const filters = filterBy({ regionCode: asked.region, productFamily: 'API Request', queueType });
  return askFor(asked, {
    queries: [{ serviceCode: 'AWSQueueService', filters }],
    usageType: usageTypeOf(asked.region, 'Requests-(?:FIFO-)?(?:Tier1|RBP)'),
    units: REQUEST_UNITS,
    unit: '1M requests',
    scale: MILLION,
    freePerMonth: 1,
  });
};

const askTopic: QuestionRule = (asked) =>
  askFor(asked, {
    queries: [
      {
        serviceCode: 'AmazonSNS',
        filters: filterBy({ regionCode: asked.region, productFamily: 'API Request' }),
      },
    ],
    usageType: plainUsageType(asked.region, 'Requests-Tier1'),
    units: REQUEST_UNITS,
    unit: '1M requests',
    scale: MILLION,
    dropsFreeTier: true,
    freePerMonth: 1,
  });

const ALARMS: Readonly<Record<string, readonly [type: string, usage: string]>> = {
  'AmazonCloudWatch/alarm-standard': ['Standard', 'CW:AlarmMonitorUsage'],
  'AmazonCloudWatch/alarm-high-resolution': ['High Resolution', 'CW:HighResAlarmMonitorUsage'],
};

const askAlarm: QuestionRule = (asked) => {
  const alarm = lookUp(ALARMS, asked.key);
  if (alarm === undefined) return undefined;
  const filters = filterBy({ regionCode: asked.region, productFamily: 'Alarm', alarmType: alarm[0] });
  return askFor(asked, {
    queries: [{ serviceCode: 'AmazonCloudWatch', filters }],
    usageType: plainUsageType(asked.region, alarm[1]),
    units: ['alarms'],
    unit: 'alarm-metric-month',
  });
};

/** KMS spells its usage types with the name of the Region. */
const askKey =
  (usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) => {
    const usagetype = `${asked.region}-${usage}`;
    return askFor(asked, {
      queries: ['awskms', 'AWSKMS'].map((serviceCode) => ({
        serviceCode,
        filters: filterBy({ regionCode: asked.region, usagetype }),
      })),
      usageType: plainUsageType(asked.region, usagetype),
      units,
      unit,
      scale,
      dropsFreeTier: true,
    });
  };

const FILE_CLASSES: Readonly<Record<string, string>> = {
  Standard: 'General Purpose',
  'Standard-IA': 'Infrequent Access',
  OneZone: 'One Zone-General Purpose',
  'OneZone-IA': 'One Zone-Infrequent Access',
  Archive: 'Archive',
};

const askFiles: QuestionRule = (asked) => {
  const storageClass = lookUp(FILE_CLASSES, asked.attribute('class'));
  if (storageClass === undefined) return undefined;
  const filters = filterBy({ regionCode: asked.region, productFamily: 'Storage', storageClass });
  return askFor(asked, {
    queries: [{ serviceCode: 'AmazonEFS', filters }],
    usageType: usageTypeOf(asked.region, '[A-Za-z-]*TimedStorage-(?:Z-)?ByteHrs'),
    units: STORAGE_UNITS,
    unit: 'GB-month',
  });
};

/** Usage types of Fargate have the prefix in every Region, us-east-1 included; both spellings are asked for. */
const askFargate =
  (usage: (infix: string) => string, unit: string): QuestionRule =>
  (asked) => {
    const base = usage(asked.attribute('arch') === 'arm' ? 'ARM-' : '');
    return askFor(asked, {
      queries: queryByUsageType('AmazonECS', asked.region, base),
      usageType: plainUsageType(asked.region, base),
      units: HOUR_UNITS,
      unit,
    });
  };

/** Spelled unevenly: with and without an s, with and without a dash. */
const askSecrets =
  (productFamily: string, usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: [{ serviceCode: 'AWSSecretsManager', filters: filterBy({ regionCode: asked.region, productFamily }) }],
      usageType: usageTypeOf(asked.region, usage),
      units,
      unit,
      scale,
    });

const askStream =
  (usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: queryByUsageType('AmazonKinesis', asked.region, usage),
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
      scale,
    });

export const managedQuestions: Readonly<Record<string, QuestionRule>> = {
  'AmazonS3/storage': askS3((name) => lookUp(STORAGE_USAGE, name), STORAGE_UNITS, 'GB-month'),
  'AmazonS3/requests-put-copy-post-list': askS3(s3Request('Tier1'), REQUEST_UNITS, '1000 requests', THOUSAND),
  'AmazonS3/requests-get-select': askS3(s3Request('Tier2'), REQUEST_UNITS, '1000 requests', THOUSAND),
  'AmazonS3/retrieval-gb': askS3(s3Retrieval, GIGABYTE_UNITS, 'GB'),
  'AWSLambda/requests': askLambda('AWS-Lambda-Requests', 'Request', REQUEST_UNITS, '1M requests', MILLION),
  'AWSLambda/duration': askLambda(
    'AWS-Lambda-Duration',
    'Lambda-GB-Second',
    ['lambda-gb-second', 'gb-second', 'gb-seconds'],
    'GB-second',
  ),
  'AWSQueueService/requests': askQueue,
  'AmazonSNS/standard-requests': askTopic,
  'AmazonKinesis/shard-hour': askStream('Storage-ShardHour', ['shardhour', ...HOUR_UNITS], 'shard-hour'),
  'AmazonKinesis/put-payload-units': askStream(
    'PutRequestPayloadUnits',
    ['putrequest', ...REQUEST_UNITS],
    '1M units',
    MILLION,
  ),
  'AmazonKinesis/on-demand-stream-hour': askStream('OnDemand-StreamHour', ['streamhr', ...HOUR_UNITS], 'stream-hour'),
  'AmazonCloudWatch/alarm-standard': askAlarm,
  'AmazonCloudWatch/alarm-high-resolution': askAlarm,
  'AmazonCloudWatch/logs-ingest-gb': (asked) =>
    asked.attribute('class') === 'Standard'
      ? askFor(asked, {
          queries: queryByUsageType('AmazonCloudWatch', asked.region, 'DataProcessing-Bytes', {
            operation: 'PutLogEvents',
          }),
          usageType: plainUsageType(asked.region, 'DataProcessing-Bytes'),
          units: GIGABYTE_UNITS,
          unit: 'GB',
          dropsFreeTier: true,
        })
      : undefined,
  'AmazonCloudWatch/logs-storage': (asked) =>
    askFor(asked, {
      queries: queryByUsageType('AmazonCloudWatch', asked.region, 'TimedStorage-ByteHrs'),
      usageType: plainUsageType(asked.region, 'TimedStorage-ByteHrs'),
      units: STORAGE_UNITS,
      unit: 'GB-month',
      dropsFreeTier: true,
    }),
  'awskms/key-month': askKey('KMS-Keys', ['keys'], 'key-month'),
  'awskms/requests': (asked) =>
    asked.attribute('kind') === 'symmetric'
      ? askKey('KMS-Requests', REQUEST_UNITS, '10000 requests', TEN_THOUSAND)(asked)
      : undefined,
  'AmazonEFS/storage': askFiles,
  'AWSSecretsManager/secret-month': askSecrets('Secret', 'AWSSecretsManager-Secrets?', ['secrets'], 'secret-month'),
  'AWSSecretsManager/api-requests': askSecrets(
    'API Request',
    'AWSSecretsManager(?:APIRequest|-APIRequests)',
    REQUEST_UNITS,
    '10000 requests',
    TEN_THOUSAND,
  ),
  'AmazonECS/fargate-vcpu-hour': askFargate((infix) => `Fargate-${infix}vCPU-Hours:perCPU`, 'vCPU-hour'),
  'AmazonECS/fargate-gb-hour': askFargate((infix) => `Fargate-${infix}GB-Hours`, 'GB-hour'),
  'AmazonECS/fargate-ephemeral-gb-hour': askFargate(() => 'Fargate-EphemeralStorage-GB-Hours', 'GB-hour'),
};
