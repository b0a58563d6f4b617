import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { keyOf } from '../../plan/access';
import type { EmitContext, Emitter } from '../emit-context';
import { dropData } from '../emit-context';
import { getAtt, ref } from '../intrinsics';

const HOURS_A_DAY = 24;

function encryption(service: Service, encrypted: boolean, context: EmitContext): JsonObject {
  const key = keyOf(context.topology, context.stack, service);
  if (!encrypted && !key) return {};
  const KeyId = key ? getAtt(context.id(key.id), 'Arn') : 'alias/aws/kinesis';
  return { StreamEncryption: { EncryptionType: 'KMS', KeyId } };
}

export const kinesisStream: Emitter = (service, context) => {
  const { mode, shards, retentionDays, encrypted } = kinds['kinesis-stream'].read(service.element.settings);
  context.add(service, '', {
    Type: 'AWS::Kinesis::Stream',
    ...dropData,
    Properties: {
      StreamModeDetails: { StreamMode: mode === 'on-demand' ? 'ON_DEMAND' : 'PROVISIONED' },
      ...(mode === 'on-demand' ? {} : { ShardCount: shards }),
      RetentionPeriodHours: retentionDays * HOURS_A_DAY,
      ...encryption(service, encrypted, context),
      Tags: context.tags(service.name),
    },
  });
  context.output(service, 'Name', {
    Description: `Name of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
