import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { MASTER_USER, parametersDescription } from '../../cloudformation/databases';
import { engineParameters, namedVersion } from '../../plan/database-parameters';
import { isParameter } from '../../plan/parameters';
import type { PlannedSubnet } from '../../plan/subnets';
import type { CdkContext } from '../cdk-context';
import {
  create,
  drawnKey,
  given,
  givenConstant,
  output,
  reachNetwork,
  reachSubnet,
  selectSubnets,
  tagWith,
} from '../cdk-context';
import type { Code, Fields } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { camelOf, pascalOf } from '../names';
import { addSecurityGroup } from '../security-groups';

/** CDK leaves the first part of a class out, which AWS writes. */
function instanceType(service: Service, instanceClass: string, context: CdkContext): Code {
  if (!isParameter(service, 'instanceClass')) return call(ts`new ec2.InstanceType`, instanceClass.replace(/^db\./, ''));
  const whole = given(service, 'instanceClass', instanceClass, context);
  return call(ts`new ec2.InstanceType`, call(ts`${whole}.replace`, 'db.', ''));
}

const backups = (service: Service, days: number, context: CdkContext): Code =>
  call(ts`cdk.Duration.days`, given(service, 'backupRetentionDays', days, context));

function subnetsOf(service: Service, context: CdkContext): readonly PlannedSubnet[] {
  const drawn = context.subnets.of(service);
  return [...drawn, ...context.subnets.inTwoZones(service).filter((subnet) => !drawn.includes(subnet))];
}

interface Protection {
  readonly encrypted: boolean;
  readonly backupRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly databaseName: string;
}

/** Where a database lies; the vocabulary of instances and clusters is the same. */
function placeProps(service: Service, context: CdkContext): Fields {
  const { vpc } = service;
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  const home = context.moduleOf(service);
  return {
    vpc: ts`${reachNetwork(home, vpc, context)}.vpc`,
    vpcSubnets: selectSubnets(home, subnetsOf(service, context), context),
    securityGroups: list([addSecurityGroup(service, context)]),
    credentials: call(ts`rds.Credentials.fromGeneratedSecret`, MASTER_USER),
  };
}

const protectionProps = (service: Service, settings: Protection, context: CdkContext): Fields => ({
  storageEncrypted: settings.encrypted,
  storageEncryptionKey: settings.encrypted ? drawnKey(service, context) : undefined,
  copyTagsToSnapshot: true,
  deletionProtection: given(service, 'deletionProtection', settings.deletionProtection, context),
  removalPolicy: ts`cdk.RemovalPolicy.SNAPSHOT`,
});

const outputs = (service: Service, endpoint: Code, context: CdkContext): void =>
  output(service, 'Endpoint', `Address of ${service.definition.title}`, endpoint, context);

interface EngineClass {
  /** The property of rds.DatabaseInstanceEngine or rds.DatabaseClusterEngine, without a version. */
  readonly plain: string;
  /** Its method that takes one, and the class of the version. */
  readonly method: string;
  readonly version: string;
}

const ENGINES: Readonly<Record<string, EngineClass>> = {
  mysql: { plain: 'MYSQL', method: 'mysql', version: 'MysqlEngineVersion' },
  postgres: { plain: 'POSTGRES', method: 'postgres', version: 'PostgresEngineVersion' },
  mariadb: { plain: 'MARIADB', method: 'mariaDb', version: 'MariaDbEngineVersion' },
  'aurora-mysql': { plain: 'AURORA_MYSQL', method: 'auroraMysql', version: 'AuroraMysqlEngineVersion' },
  'aurora-postgresql': { plain: 'AURORA_POSTGRESQL', method: 'auroraPostgres', version: 'AuroraPostgresEngineVersion' },
};

/** CDK makes no Aurora cluster whose engine has no version: it would not know its group of parameters. */
const needsVersion = (engine: string): boolean => engine.startsWith('aurora-');

const parametersId = (service: Service): string => `${pascalOf(service.id)}Parameters`;

/** The group of parameters stands beside its database, which has the tags of the element. */
function tagParameters(service: Service, settings: Parameters<typeof engineParameters>[0], context: CdkContext): void {
  if (!engineParameters(settings)) return;
  const home = context.moduleOf(service);
  const group = call(ts`this.node.findChild`, parametersId(service));
  for (const tag of context.tags.ofElement(service.id, home)) home.add(tagWith(group, tag));
}

/** The engine, and its parameters where the settings ask for some: then, and for Aurora, its version has to be named. */
function engineProps(
  service: Service,
  type: Code,
  settings: Parameters<typeof engineParameters>[0],
  context: CdkContext,
): Fields {
  const engine = ENGINES[settings.engine];
  if (!engine) throw new Error(`${settings.engine} is no engine of the catalog`);
  const found = engineParameters(settings);
  const named = found ?? (needsVersion(settings.engine) ? namedVersion(settings.engine) : undefined);
  if (!named) return { engine: ts`${type}.${ident(engine.plain)}` };
  const { version, family } = named;
  const major = family.replace(/^[a-z-]+/, '');
  const versioned = call(
    ts`${type}.${ident(engine.method)}`,
    object({ version: call(ts`rds.${ident(engine.version)}.of`, version, major) }),
  );
  if (!found) return { engine: versioned };
  const constant = ident(`${camelOf(service.id)}Engine`);
  context.moduleOf(service).add(ts`const ${constant} = ${versioned}`);
  const group = {
    engine: constant,
    description: parametersDescription(service),
    parameters: object(found.parameters),
  };
  return {
    engine: constant,
    parameterGroup: construct(ts`rds.ParameterGroup`, parametersId(service), group),
  };
}

const STORAGE_TYPES = { gp2: ts`rds.StorageType.GP2`, gp3: ts`rds.StorageType.GP3` };

export function rdsInstance(service: Service, context: CdkContext): void {
  const settings = kinds['rds-instance'].read(service.element.settings);
  const [primary] = context.subnets.perZone(service);
  const home = context.moduleOf(service);
  const member = create(
    service,
    ts`rds.DatabaseInstance`,
    {
      ...engineProps(service, ts`rds.DatabaseInstanceEngine`, settings, context),
      instanceType: instanceType(service, settings.instanceClass, context),
      ...placeProps(service, context),
      databaseName: given(service, 'databaseName', settings.databaseName, context),
      allocatedStorage: given(service, 'storageGb', settings.storageGb, context),
      storageType: givenConstant(service, 'storageType', settings.storageType, STORAGE_TYPES, context),
      multiAz: given(service, 'multiAz', settings.multiAz, context),
      // AWS chooses both zones of a Multi-AZ database and refuses a named one.
      availabilityZone:
        settings.multiAz || !primary || isParameter(service, 'multiAz')
          ? undefined
          : ts`${reachSubnet(home, primary, context)}.availabilityZone`,
      publiclyAccessible: settings.publiclyAccessible,
      backupRetention: backups(service, settings.backupRetentionDays, context),
      autoMinorVersionUpgrade: settings.minorUpgrades ? undefined : false,
      ...protectionProps(service, settings, context),
    },
    context,
  );
  tagParameters(service, settings, context);
  outputs(service, ts`${member}.dbInstanceEndpointAddress`, context);
}

export function auroraCluster(service: Service, context: CdkContext): void {
  const settings = kinds['aurora-cluster'].read(service.element.settings);
  const home = context.moduleOf(service);
  const zones = context.subnets.perZone(service);
  const instances = Array.from({ length: settings.instances }, (_, index) => {
    const subnet = zones[index % zones.length];
    return call(
      ts`rds.ClusterInstance.provisioned`,
      `Instance${index + 1}`,
      object({
        instanceType: instanceType(service, settings.instanceClass, context),
        publiclyAccessible: settings.publiclyAccessible,
        autoMinorVersionUpgrade: settings.minorUpgrades ? undefined : false,
        availabilityZone: subnet ? ts`${reachSubnet(home, subnet, context)}.availabilityZone` : undefined,
      }),
    );
  });
  const [writer, ...readers] = instances;
  const member = create(
    service,
    ts`rds.DatabaseCluster`,
    {
      ...engineProps(service, ts`rds.DatabaseClusterEngine`, settings, context),
      writer,
      readers: readers.length > 0 ? list(readers) : undefined,
      ...placeProps(service, context),
      defaultDatabaseName: given(service, 'databaseName', settings.databaseName, context),
      backup: object({ retention: backups(service, settings.backupRetentionDays, context) }),
      ...protectionProps(service, settings, context),
    },
    context,
  );
  tagParameters(service, settings, context);
  outputs(service, ts`${member}.clusterEndpoint.hostname`, context);
}
