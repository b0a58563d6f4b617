import { kinds } from '../../../shared/catalog/services';
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
import type { Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { zoneName } from '../intrinsics';
import { groupId } from '../security-groups';

export const rdsInstance: Emitter = (service, context) => {
  const settings = kinds['rds-instance'].read(service.element.settings);
  const subnets = emitDatabaseSubnets(service, context);
  const [primary] = context.subnets.perZone(service);
  notePublicDatabase(service, settings.publiclyAccessible, context);
  context.add(service, '', {
    Type: 'AWS::RDS::DBInstance',
    DependsOn: afterPublicRoutes(context, settings.publiclyAccessible, subnets),
    ...keepData('Snapshot'),
    Properties: {
      Engine: settings.engine,
      ...emitParameters(service, 'AWS::RDS::DBParameterGroup', settings, context),
      DBInstanceClass: settings.instanceClass,
      AllocatedStorage: String(settings.storageGb),
      StorageType: settings.storageType,
      StorageEncrypted: settings.encrypted,
      ...(settings.encrypted ? keyProperty(service, context) : {}),
      MultiAZ: settings.multiAz,
      // AWS chooses both zones of a Multi-AZ database and refuses a named one.
      ...(settings.multiAz || !primary ? {} : { AvailabilityZone: zoneName(primary.zone) }),
      DBName: settings.databaseName,
      MasterUsername: MASTER_USER,
      ManageMasterUserPassword: true,
      DBSubnetGroupName: subnetGroupRef(service, context),
      VPCSecurityGroups: [groupId(context, service)],
      PubliclyAccessible: settings.publiclyAccessible,
      BackupRetentionPeriod: settings.backupRetentionDays,
      ...(settings.minorUpgrades ? {} : { AutoMinorVersionUpgrade: false }),
      CopyTagsToSnapshot: true,
      DeletionProtection: settings.deletionProtection,
      Tags: context.tags(service.name),
    },
  });
  outputDatabase(service, context);
};
