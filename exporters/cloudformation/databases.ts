import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { keyOf } from '../plan/access';
import { engineParameters } from '../plan/database-parameters';
import { toDescription } from '../plan/plain-text';
import type { PlannedSubnet } from '../plan/subnets';
import type { EmitContext } from './emit-context';
import { getAtt, ref } from './intrinsics';
import { afterRoutes, subnetRefs } from './network';

/** No engine that the catalog knows reserves this name. SPEC documentation of DBInstance.MasterUsername. */
export const MASTER_USER = 'appadmin';

/** Of its kind and its id: another description would replace the group, and a new name must not. */
export const parametersDescription = (service: Service): string =>
  toDescription(`Settings of ${service.definition.title} ${service.id}`, 'Database parameters');

/** Subnet group of a database; AWS wants two zones even for a database in one. */
export function emitDatabaseSubnets(service: Service, context: EmitContext): readonly PlannedSubnet[] {
  const inZones = context.subnets.inTwoZones(service);
  const drawn = context.subnets.of(service);
  const subnets = [...drawn, ...inZones.filter((subnet) => !drawn.includes(subnet))];
  context.add(service, 'SubnetGroup', {
    Type: 'AWS::RDS::DBSubnetGroup',
    Properties: {
      DBSubnetGroupDescription: toDescription(service.name, 'Database subnets'),
      SubnetIds: subnetRefs(context, subnets),
      Tags: context.tags(service.name),
    },
  });
  return subnets;
}

/** Engine version and group of parameters, where the settings ask for some. */
export function emitParameters(
  service: Service,
  type: 'AWS::RDS::DBParameterGroup' | 'AWS::RDS::DBClusterParameterGroup',
  settings: Parameters<typeof engineParameters>[0],
  context: EmitContext,
): JsonObject {
  const found = engineParameters(settings);
  if (!found) return {};
  context.add(service, 'Parameters', {
    Type: type,
    Properties: {
      Family: found.family,
      Description: parametersDescription(service),
      Parameters: found.parameters,
      Tags: context.tags(service.name),
    },
  });
  const name = type === 'AWS::RDS::DBParameterGroup' ? 'DBParameterGroupName' : 'DBClusterParameterGroupName';
  return { EngineVersion: found.version, [name]: ref(context.id(service.id, 'Parameters')) };
}

/** The key of an encrypted store, where one is drawn; AWS's own key otherwise. */
export function keyProperty(service: Service, context: EmitContext): JsonObject {
  const key = keyOf(context.topology, context.stack, service);
  return key ? { KmsKeyId: getAtt(context.id(key.id), 'Arn') } : {};
}

/** A database with a public address needs the way in before it is made. */
export const afterPublicRoutes = (
  context: EmitContext,
  isPublic: boolean,
  subnets: readonly PlannedSubnet[],
): readonly string[] => (isPublic ? afterRoutes(context, subnets) : []);

export function notePublicDatabase(service: Service, isPublic: boolean, context: EmitContext): void {
  const closed = context.subnets.of(service).filter(({ route }) => route !== 'internet-gateway');
  if (isPublic && closed.length > 0)
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} is publicly accessible and lies in subnets without a route to an internet gateway.`,
    );
}

/** Where clients connect, and the secret with the password that AWS made and keeps. */
export function outputDatabase(service: Service, context: EmitContext): void {
  const id = context.id(service.id);
  context.output(service, 'Endpoint', {
    Description: `Address of ${service.definition.title}`,
    Value: getAtt(id, 'Endpoint.Address'),
  });
  context.output(service, 'Secret', {
    Description: 'ARN of the secret that holds the master password',
    Value: getAtt(id, 'MasterUserSecret.SecretArn'),
  });
}

export const subnetGroupRef = (service: Service, context: EmitContext): JsonObject =>
  ref(context.id(service.id, 'SubnetGroup'));
