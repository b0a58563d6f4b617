import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import {
  afterPublicRoutes,
  emitDatabaseSubnets,
  emitParameters,
  keyProperty,
  MASTER_USER,
  notePublicDatabase,
  outputDatabase,
  subnetGroupRef,
} from '../databases';
import type { EmitContext, Emitter } from '../emit-context';
import { dropData, keepData } from '../emit-context';
import { ref, zoneName } from '../intrinsics';
import { groupId } from '../security-groups';

/** Writer and readers, dealt out over the zones the cluster is drawn in; the cluster holds the data. */
function emitInstances(service: Service, after: readonly string[], context: EmitContext): void {
  const settings = kinds['aurora-cluster'].read(service.element.settings);
  const subnets = context.subnets.perZone(service);
  for (let index = 0; index < settings.instances; index += 1) {
    const subnet = subnets[index % subnets.length];
    context.add(service, `Instance${index + 1}`, {
      Type: 'AWS::RDS::DBInstance',
      DependsOn: after,
      ...dropData,
      Properties: {
        DBClusterIdentifier: ref(context.id(service.id)),
        Engine: settings.engine,
        DBInstanceClass: settings.instanceClass,
        PubliclyAccessible: settings.publiclyAccessible,
        ...(settings.minorUpgrades ? {} : { AutoMinorVersionUpgrade: false }),
        ...(subnet ? { AvailabilityZone: zoneName(subnet.zone) } : {}),
        Tags: context.tags(`${service.name} ${index + 1}`),
      },
    });
  }
}

export const auroraCluster: Emitter = (service, context) => {
  const settings = kinds['aurora-cluster'].read(service.element.settings);
  const subnets = emitDatabaseSubnets(service, context);
  notePublicDatabase(service, settings.publiclyAccessible, context);
  const parameters = emitParameters(service, 'AWS::RDS::DBClusterParameterGroup', settings, context);
  context.add(service, '', {
    Type: 'AWS::RDS::DBCluster',
    ...keepData('Snapshot'),
    Properties: {
      Engine: settings.engine,
      ...parameters,
      DatabaseName: settings.databaseName,
      MasterUsername: MASTER_USER,
      ManageMasterUserPassword: true,
      StorageEncrypted: settings.encrypted,
      ...(settings.encrypted ? keyProperty(service, context) : {}),
      DBSubnetGroupName: subnetGroupRef(service, context),
      VpcSecurityGroupIds: [groupId(context, service)],
      BackupRetentionPeriod: settings.backupRetentionDays,
      CopyTagsToSnapshot: true,
      DeletionProtection: settings.deletionProtection,
      Tags: context.tags(service.name),
    },
  });
  emitInstances(service, afterPublicRoutes(context, settings.publiclyAccessible, subnets), context);
  outputDatabase(service, context);
};
