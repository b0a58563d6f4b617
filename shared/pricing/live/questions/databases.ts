import {
  type Asked,
  askFor,
  filterBy,
  HOUR_UNITS,
  isTypeName,
  lookUp,
  type PriceQuestion,
  plainUsageType,
  type QuestionRule,
  queryByUsageType,
  readReservedPart,
  STORAGE_UNITS,
  usageTypeOf,
} from '../question';

const ENGINES: ReadonlySet<string> = new Set(['MySQL', 'PostgreSQL', 'MariaDB', 'Aurora MySQL', 'Aurora PostgreSQL']);
const DEPLOYMENTS: Readonly<Record<string, string>> = { 'Single-AZ': 'InstanceUsage', 'Multi-AZ': 'Multi-AZUsage' };

const askDatabase = (asked: Asked): PriceQuestion | undefined => {
  const { region, attribute } = asked;
  const instanceType = attribute('class');
  const databaseEngine = attribute('engine');
  const deploymentOption = attribute('deployment');
  const usage = lookUp(DEPLOYMENTS, deploymentOption);
  if (!isTypeName(instanceType) || !ENGINES.has(databaseEngine) || usage === undefined) return undefined;
  const filters = filterBy({ regionCode: region, instanceType, databaseEngine, deploymentOption });
  return askFor(asked, {
    queries: [{ serviceCode: 'AmazonRDS', filters }],
    // I/O-optimized Aurora and Extended Support are products of the same class: the usage type keeps them apart.
    usageType: plainUsageType(region, `${usage}:${instanceType}`),
    units: HOUR_UNITS,
    unit: 'hour',
  });
};

const askNode = (asked: Asked): PriceQuestion | undefined => {
  const { region, attribute } = asked;
  const instanceType = attribute('type');
  const cacheEngine = attribute('engine');
  if (!isTypeName(instanceType) || !['Redis', 'Valkey', 'Memcached'].includes(cacheEngine)) return undefined;
  const filters = filterBy({ regionCode: region, instanceType, cacheEngine });
  return askFor(asked, {
    queries: [{ serviceCode: 'AmazonElastiCache', filters }],
    usageType: plainUsageType(region, `NodeUsage:${instanceType}`),
    units: HOUR_UNITS,
    unit: 'hour',
  });
};

const reserve =
  (ask: QuestionRule): QuestionRule =>
  (asked) => {
    const question = ask(asked);
    const part = readReservedPart(asked);
    if (question === undefined || part === undefined || part.block !== 'reserved') return undefined;
    return part.part === 'hour' ? { ...question, part } : { ...question, part, unit: 'instance', units: ['quantity'] };
  };

const VOLUMES: Readonly<Record<string, readonly [volumeType: string, usage: string]>> = {
  gp2: ['General Purpose', 'GP2'],
  gp3: ['General Purpose-GP3', 'GP3'],
  io1: ['Provisioned IOPS', 'PIOPS'],
};

const askStorage: QuestionRule = (asked) => {
  const { region, attribute } = asked;
  const volume = lookUp(VOLUMES, attribute('type'));
  const databaseEngine = attribute('engine');
  const deploymentOption = attribute('deployment');
  if (volume === undefined || !ENGINES.has(databaseEngine) || lookUp(DEPLOYMENTS, deploymentOption) === undefined)
    return undefined;
  const [volumeType, usage] = volume;
  const filters = filterBy({
    regionCode: region,
    productFamily: 'Database Storage',
    databaseEngine,
    deploymentOption,
    volumeType,
  });
  return askFor(asked, {
    queries: [{ serviceCode: 'AmazonRDS', filters }],
    usageType: usageTypeOf(region, `RDS:(?:Multi-AZ-)?${usage}-?[A-Za-z]*Storage`),
    units: STORAGE_UNITS,
    unit: 'GB-month',
  });
};

const askAurora =
  (usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: ['Any', 'Aurora MySQL'].flatMap((databaseEngine) =>
        queryByUsageType('AmazonRDS', asked.region, usage, { databaseEngine }),
      ),
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
      scale,
    });

const MILLION = 1_000_000;

const askDynamo =
  (usage: string, units: readonly string[], unit: string, scale = 1): QuestionRule =>
  (asked) => {
    const base = asked.attribute('class') === 'STANDARD_IA' ? `IA-${usage}` : usage;
    return askFor(asked, {
      queries: queryByUsageType('AmazonDynamoDB', asked.region, base),
      usageType: plainUsageType(asked.region, base),
      units,
      unit,
      scale,
      dropsFreeTier: true,
    });
  };

export const databaseQuestions: Readonly<Record<string, QuestionRule>> = {
  'AmazonRDS/instance-hour': askDatabase,
  'AmazonRDS/reserved-hour': reserve(askDatabase),
  'AmazonRDS/reserved-upfront': reserve(askDatabase),
  'AmazonRDS/storage': askStorage,
  'AmazonRDS/backup-storage': (asked) =>
    askFor(asked, {
      queries: queryByUsageType('AmazonRDS', asked.region, 'RDS:ChargedBackupUsage', {
        productFamily: 'Storage Snapshot',
      }),
      usageType: plainUsageType(asked.region, 'RDS:ChargedBackupUsage'),
      units: STORAGE_UNITS,
      unit: 'GB-month',
    }),
  'AmazonRDS/aurora-storage': (asked) =>
    asked.attribute('mode') === 'standard'
      ? askAurora('Aurora:StorageUsage', STORAGE_UNITS, 'GB-month')(asked)
      : undefined,
  'AmazonRDS/aurora-io': askAurora('Aurora:StorageIOUsage', ['ios'], '1M requests', MILLION),
  'AmazonRDS/aurora-backup-storage': askAurora('Aurora:BackupUsage', STORAGE_UNITS, 'GB-month'),
  'AmazonElastiCache/node-hour': askNode,
  'AmazonElastiCache/reserved-hour': reserve(askNode),
  'AmazonElastiCache/reserved-upfront': reserve(askNode),
  'AmazonElastiCache/backup-storage': (asked) =>
    askFor(asked, {
      queries: queryByUsageType('AmazonElastiCache', asked.region, 'ElastiCache:BackupUsage'),
      usageType: plainUsageType(asked.region, 'ElastiCache:BackupUsage'),
      units: STORAGE_UNITS,
      unit: 'GB-month',
    }),
  'AmazonDynamoDB/on-demand-read': askDynamo('ReadRequestUnits', ['readrequestunits'], '1M RRU', MILLION),
  'AmazonDynamoDB/on-demand-write': askDynamo('WriteRequestUnits', ['writerequestunits'], '1M WRU', MILLION),
  'AmazonDynamoDB/provisioned-rcu-hour': askDynamo('ReadCapacityUnit-Hrs', ['readcapacityunit-hrs'], 'RCU-hour'),
  'AmazonDynamoDB/provisioned-wcu-hour': askDynamo('WriteCapacityUnit-Hrs', ['writecapacityunit-hrs'], 'WCU-hour'),
  'AmazonDynamoDB/storage': askDynamo('TimedStorage-ByteHrs', STORAGE_UNITS, 'GB-month'),
  'AmazonDynamoDB/pitr-backup-storage': askDynamo('TimedPITRStorage-ByteHrs', STORAGE_UNITS, 'GB-month'),
};
