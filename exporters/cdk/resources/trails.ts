import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { trailBucketOf } from '../../plan/trails';
import type { CdkContext } from '../cdk-context';
import { create, drawnKey, given, reachService } from '../cdk-context';
import { ts } from '../code-writer';
import { addLogGroup } from '../log-groups';

export function cloudtrail(service: Service, context: CdkContext): void {
  const { allRegions, validation, logRetention } = kinds.cloudtrail.read(service.element.settings);
  const { topology, stack } = context;
  const bucket = trailBucketOf(service, topology.outgoing, ({ id }) => stack.has(id));
  if (!bucket) return;
  const logs = logRetention === 'none' ? undefined : addLogGroup(service, logRetention, context);
  create(
    service,
    ts`cloudtrail.Trail`,
    {
      bucket: reachService(context.moduleOf(service), bucket, context),
      isMultiRegionTrail: given(service, 'allRegions', allRegions, context),
      enableFileValidation: given(service, 'validation', validation, context),
      encryptionKey: drawnKey(service, context),
      sendToCloudWatchLogs: logs ? true : undefined,
      cloudWatchLogGroup: logs,
    },
    context,
  );
}
