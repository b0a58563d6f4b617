import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { CdkContext } from '../cdk-context';
import { create, drawnKey, given, output } from '../cdk-context';
import { call, ident, ts } from '../code-writer';

export function kinesisStream(service: Service, context: CdkContext): void {
  const { mode, shards, retentionDays, encrypted } = kinds['kinesis-stream'].read(service.element.settings);
  const key = drawnKey(service, context);
  const encryption = key ? 'KMS' : encrypted ? 'MANAGED' : 'UNENCRYPTED';
  const member = create(
    service,
    ts`kinesis.Stream`,
    {
      streamMode: ts`kinesis.StreamMode.${ident(mode === 'on-demand' ? 'ON_DEMAND' : 'PROVISIONED')}`,
      shardCount: mode === 'on-demand' ? undefined : given(service, 'shards', shards, context),
      retentionPeriod: call(ts`cdk.Duration.days`, retentionDays),
      encryption: ts`kinesis.StreamEncryption.${ident(encryption)}`,
      encryptionKey: key,
      removalPolicy: ts`cdk.RemovalPolicy.DESTROY`,
    },
    context,
  );
  output(service, 'Name', `Name of ${service.definition.title}`, ts`${member}.streamName`, context);
}
