import { describe, expect, it } from 'vitest';
import type { PriceKey } from '../price-key';
import data from '../testdata/getproducts-filters.json';
import { askPrice } from './ask-price';

/** Our price keys and the documented way to ask for each. No real answer was at hand for these. */
const KEYS: readonly (readonly [key: PriceKey, documented: string, usageType: string])[] = [
  [
    'AmazonRDS/instance-hour?class=db.m5.large&deployment=Multi-AZ&engine=MySQL',
    'rds-instance',
    'EU-Multi-AZUsage:db.m5.large',
  ],
  ['AmazonRDS/storage?deployment=Multi-AZ&engine=PostgreSQL&type=gp3', 'rds-storage', 'EU-RDS:Multi-AZ-GP3-Storage'],
  ['AmazonRDS/backup-storage?engine=MySQL', 'rds-backup', 'EU-RDS:ChargedBackupUsage'],
  ['AmazonRDS/aurora-storage?mode=standard', 'aurora-storage', 'EU-Aurora:StorageUsage'],
  ['AmazonRDS/aurora-io', 'aurora-io', 'EU-Aurora:StorageIOUsage'],
  ['AmazonRDS/aurora-backup-storage', 'aurora-backup', 'EU-Aurora:BackupUsage'],
  ['AmazonDynamoDB/on-demand-write?class=STANDARD', 'dynamodb-ondemand-write', 'EU-WriteRequestUnits'],
  ['AmazonDynamoDB/on-demand-read?class=STANDARD', 'dynamodb-ondemand-read', 'EU-ReadRequestUnits'],
  ['AmazonDynamoDB/provisioned-wcu-hour?class=STANDARD', 'dynamodb-provisioned-wcu', 'EU-WriteCapacityUnit-Hrs'],
  ['AmazonDynamoDB/provisioned-rcu-hour?class=STANDARD', 'dynamodb-provisioned-rcu', 'EU-ReadCapacityUnit-Hrs'],
  ['AmazonDynamoDB/storage?class=STANDARD', 'dynamodb-storage', 'EU-TimedStorage-ByteHrs'],
  ['AmazonDynamoDB/pitr-backup-storage', 'dynamodb-pitr', 'EU-TimedPITRStorage-ByteHrs'],
  ['AmazonCloudFront/data-transfer-out-internet?edge=EU', 'cloudfront-out-gb', 'EU-DataTransfer-Out-Bytes'],
  ['AmazonCloudFront/requests-https?edge=EU', 'cloudfront-https-requests', 'EU-Requests-Tier2-HTTPS'],
  ['AmazonRoute53/hosted-zone-month', 'route53-hosted-zone', 'HostedZone'],
  ['AmazonRoute53/queries?type=standard', 'route53-queries', 'DNS-Queries'],
  ['AmazonRoute53/health-check-month?endpoint=AWS', 'route53-health-check', 'Health-Check-AWS'],
  ['AWSQueueService/requests?queue=standard', 'sqs-requests', 'EU-Requests-Tier1'],
  ['AmazonSNS/standard-requests', 'sns-requests', 'EU-Requests-Tier1'],
  ['AmazonCloudWatch/alarm-standard', 'cloudwatch-alarm', 'EU-CW:AlarmMonitorUsage'],
  ['AmazonCloudWatch/logs-ingest-gb?class=Standard', 'cloudwatch-logs-ingest', 'EU-DataProcessing-Bytes'],
  ['AmazonCloudWatch/logs-storage', 'cloudwatch-logs-storage', 'EU-TimedStorage-ByteHrs'],
  ['awskms/key-month', 'kms-key', 'eu-west-1-KMS-Keys'],
  ['awskms/requests?kind=symmetric', 'kms-requests', 'eu-west-1-KMS-Requests'],
  ['AmazonEFS/storage?class=Standard', 'efs-gb', 'EU-TimedStorage-ByteHrs'],
  ['AmazonECS/fargate-vcpu-hour?arch=x86', 'fargate-vcpu', 'EU-Fargate-vCPU-Hours:perCPU'],
  ['AmazonECS/fargate-gb-hour?arch=x86', 'fargate-gb', 'EU-Fargate-GB-Hours'],
  ['AmazonVPC/interface-endpoint-hour', 'vpc-endpoint-interface-hour', 'EU-VpcEndpoint-Hours'],
  ['AmazonVPC/interface-endpoint-gb', 'vpc-endpoint-interface-gb', 'EU-VpcEndpoint-Bytes'],
];

/** Filled in where it is clear; what stands for one of several, or for a type of its own, leaves its choices. */
const meantBy = (value: string): readonly string[] | undefined => {
  const plain = value.replaceAll(/\{prefix\}|\{PREFIX\}/g, 'EU-').replaceAll('{region}', 'eu-west-1');
  const choices = /^\{(.*)\}$/.exec(plain)?.[1];
  if (choices === undefined) return [plain];
  return choices.includes('|') ? choices.split('|') : undefined;
};

describe('questions without a real answer at hand', () => {
  it.each(KEYS)('%s is asked as other projects do (%s)', (key, id, usageType) => {
    const documented = data.items.find((item) => item.id === id);
    const question = askPrice(key, 'eu-west-1');
    if (documented === undefined || question === undefined) throw new Error(`Nothing to compare for ${key}.`);
    expect(question.usageType.test(usageType)).toBe(true);
    // Another product of the same family does not pass for it.
    expect(question.usageType.test(`${usageType}-ExtendedSupport`)).toBe(false);
    expect(question.units).toContain((documented.unit.split(' ')[0] ?? '').toLowerCase());
    const fits = question.queries.some(({ serviceCode, filters }) => {
      const asked = new Map(filters.map(({ field, value }) => [field, value]));
      return (
        serviceCode === documented.serviceCode &&
        Object.entries(documented.filters).every(([field, value]) => {
          const own = asked.get(field);
          return own === undefined || (meantBy(value ?? '')?.includes(own) ?? true);
        })
      );
    });
    expect(fits, JSON.stringify([question.queries, documented.filters])).toBe(true);
  });
});
