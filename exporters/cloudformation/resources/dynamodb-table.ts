import { kinds } from '../../../shared/catalog/services';
import { keyOf } from '../../plan/access';
import type { Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { getAtt, ref } from '../intrinsics';

export const dynamodbTable: Emitter = (service, context) => {
  const settings = kinds['dynamodb-table'].read(service.element.settings);
  const key = keyOf(context.topology, context.stack, service);
  const { partitionKey, sortKey } = settings;
  const hasSortKey = sortKey !== '' && sortKey !== partitionKey;
  const names = hasSortKey ? [partitionKey, sortKey] : [partitionKey];
  if (sortKey !== '' && !hasSortKey)
    context.notes.add(
      'left-out',
      [service.id],
      `The sort key of ${service.name} is left out: it equals the partition key.`,
    );
  context.notes.add('assumed', [service.id], `The keys of ${service.name} are of type string.`);
  context.add(service, '', {
    Type: 'AWS::DynamoDB::Table',
    ...keepData('Retain'),
    Properties: {
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: names.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
      ...(settings.billingMode === 'on-demand'
        ? { BillingMode: 'PAY_PER_REQUEST' }
        : {
            BillingMode: 'PROVISIONED',
            ProvisionedThroughput: { ReadCapacityUnits: settings.readUnits, WriteCapacityUnits: settings.writeUnits },
          }),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: settings.pointInTimeRecovery },
      ...(key
        ? {
            SSESpecification: {
              SSEEnabled: true,
              SSEType: 'KMS',
              KMSMasterKeyId: getAtt(context.id(key.id), 'Arn'),
            },
          }
        : {}),
      DeletionProtectionEnabled: settings.deletionProtection,
      Tags: context.tags(service.name),
    },
  });
  context.output(service, 'Name', {
    Description: `Name of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
