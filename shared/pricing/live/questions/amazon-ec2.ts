import {
  type Asked,
  askFor,
  filterBy,
  GIGABYTE_UNITS,
  HOUR_UNITS,
  isTypeName,
  lookUp,
  type PriceQuestion,
  plainUsageType,
  type QuestionRule,
  readReservedPart,
  STORAGE_UNITS,
} from '../question';

const SERVICE = 'AmazonEC2';

const askInstance = (asked: Asked): Omit<PriceQuestion, 'part' | 'unit'> | undefined => {
  const { region, attribute } = asked;
  const type = attribute('type');
  if (!isTypeName(type)) return undefined;
  const filters = filterBy({
    regionCode: region,
    instanceType: type,
    operatingSystem: 'Linux',
    preInstalledSw: 'NA',
    tenancy: 'Shared',
    capacitystatus: 'Used',
    licenseModel: 'No License required',
    marketoption: 'OnDemand',
  });
  return askFor(asked, {
    queries: [{ serviceCode: SERVICE, filters }],
    usageType: plainUsageType(region, `BoxUsage:${type}`),
    units: HOUR_UNITS,
    unit: 'hour',
  });
};

const askReserved: QuestionRule = (asked) => {
  const question = askInstance(asked);
  const part = readReservedPart(asked);
  if (question === undefined || part === undefined || part.block !== 'reserved') return undefined;
  return part.part === 'hour'
    ? { ...question, part, unit: 'hour' }
    : { ...question, part, unit: 'instance', units: ['quantity'] };
};

/** The price list's names of volume types, where they differ. */
const VOLUME_USAGE: Readonly<Record<string, string>> = {
  gp2: 'EBS:VolumeUsage.gp2',
  gp3: 'EBS:VolumeUsage.gp3',
  io1: 'EBS:VolumeUsage.piops',
  io2: 'EBS:VolumeUsage.io2',
  st1: 'EBS:VolumeUsage.st1',
  sc1: 'EBS:VolumeUsage.sc1',
  standard: 'EBS:VolumeUsage',
};

const askVolume: QuestionRule = (asked) => {
  const { region, attribute } = asked;
  const usage = lookUp(VOLUME_USAGE, attribute('type'));
  if (usage === undefined) return undefined;
  const filters = filterBy({ regionCode: region, productFamily: 'Storage', volumeApiName: attribute('type') });
  return askFor(asked, {
    queries: [{ serviceCode: SERVICE, filters }],
    usageType: plainUsageType(region, usage),
    units: STORAGE_UNITS,
    unit: 'GB-month',
  });
};

/** io2 has three products for its tiers of IOPS, so no single one answers for it. */
const IOPS_USAGE: Readonly<Record<string, string>> = { gp3: 'EBS:VolumeP-IOPS.gp3', io1: 'EBS:VolumeP-IOPS.piops' };

const askIops: QuestionRule = (asked) => {
  const { region, attribute } = asked;
  const usage = lookUp(IOPS_USAGE, attribute('type'));
  if (usage === undefined) return undefined;
  const volumeApiName = attribute('type');
  const filters = filterBy({ regionCode: region, productFamily: 'System Operation', volumeApiName });
  return askFor(asked, {
    queries: [{ serviceCode: SERVICE, filters }],
    usageType: plainUsageType(region, usage),
    units: ['iops-mo', 'iops-month'],
    unit: 'IOPS-month',
  });
};

const askThroughput: QuestionRule = (asked) => {
  const { region } = asked;
  const filters = filterBy({ regionCode: region, productFamily: 'Provisioned Throughput', volumeApiName: 'gp3' });
  return askFor(asked, {
    queries: [{ serviceCode: SERVICE, filters }],
    usageType: plainUsageType(region, 'EBS:VolumeP-Throughput.gp3'),
    units: ['gibps-mo'],
    unit: 'MiBps-month',
    // The list prices a GiB/s.
    scale: 1 / 1024,
  });
};

const askSnapshot: QuestionRule = (asked) => {
  if (asked.attribute('tier') !== 'standard') return undefined;
  return askFor(asked, {
    queries: [
      { serviceCode: SERVICE, filters: filterBy({ regionCode: asked.region, productFamily: 'Storage Snapshot' }) },
    ],
    usageType: plainUsageType(asked.region, 'EBS:SnapshotUsage'),
    units: STORAGE_UNITS,
    unit: 'GB-month',
  });
};

const askNat =
  (usage: string, units: readonly string[], unit: string): QuestionRule =>
  (asked) =>
    askFor(asked, {
      queries: [
        { serviceCode: SERVICE, filters: filterBy({ regionCode: asked.region, productFamily: 'NAT Gateway' }) },
      ],
      usageType: plainUsageType(asked.region, usage),
      units,
      unit,
    });

export const ec2Questions: Readonly<Record<string, QuestionRule>> = {
  'AmazonEC2/instance-hour': (asked) => {
    const question = askInstance(asked);
    return question && { ...question, part: { block: 'on-demand' }, unit: 'hour' };
  },
  'AmazonEC2/reserved-hour': askReserved,
  'AmazonEC2/reserved-upfront': askReserved,
  'AmazonEC2/ebs-storage': askVolume,
  'AmazonEC2/ebs-iops': askIops,
  'AmazonEC2/ebs-throughput': askThroughput,
  'AmazonEC2/ebs-snapshot-storage': askSnapshot,
  'AmazonEC2/nat-gateway-hour': askNat('NatGateway-Hours', HOUR_UNITS, 'hour'),
  'AmazonEC2/nat-gateway-data-gb': askNat('NatGateway-Bytes', GIGABYTE_UNITS, 'GB'),
};
