import { fargateMemory } from '../../../shared/catalog/fargate-sizes';
import { readEnvironment } from '../../../shared/catalog/program-fields';
import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { groupsTo } from '../../cloudformation/targets';
import type { EcrImage } from '../../plan/containers';
import { CONTAINER, containerPorts, readEcrImage } from '../../plan/containers';
import { isParameter } from '../../plan/parameters';
import { capacityOf } from '../../plan/spot';
import type { CdkContext } from '../cdk-context';
import { acknowledge, addTags, create, given, reachNetwork, selectSubnets } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { addLogGroup } from '../log-groups';
import { camelOf, pascalOf } from '../names';
import { waitForRoutes } from '../network';
import { addSecurityGroup } from '../security-groups';

const settingsOf = (service: Service) => kinds['ecs-service'].read(service.element.settings);

/** The repository in Amazon ECR that a service's image is in. */
function repositoryOf(service: Service, { account, region, repository }: EcrImage): Code {
  const arn = call(
    ts`cdk.Stack.of(this).formatArn`,
    object({ service: 'ecr', account, region, resource: 'repository', resourceName: repository }),
  );
  return call(
    ts`ecr.Repository.fromRepositoryAttributes`,
    ts`this`,
    `${pascalOf(service.id)}Repository`,
    object({ repositoryArn: arn, repositoryName: repository }),
  );
}

function imageOf(service: Service, context: CdkContext): Code {
  const { image } = settingsOf(service);
  const ecr = readEcrImage(image);
  if (ecr && !isParameter(service, 'image'))
    return call(ts`ecs.ContainerImage.fromEcrRepository`, repositoryOf(service, ecr), ecr.version);
  if (ecr)
    acknowledge(
      context.moduleOf(service),
      '@aws-cdk/aws-ecs:ecrImageRequiresPolicy',
      'The leave to fetch it is granted beside it.',
    );
  return call(ts`ecs.ContainerImage.fromRegistry`, given(service, 'image', image, context));
}

function addTaskDefinition(service: Service, context: CdkContext): Code {
  const settings = settingsOf(service);
  const home = context.moduleOf(service);
  const logs = addLogGroup(service, settings.logRetention, context);
  const task = ident(`${camelOf(service.id)}Task`);
  home.add(
    ts`const ${task} = ${construct(ts`ecs.FargateTaskDefinition`, `${pascalOf(service.id)}TaskDefinition`, {
      cpu: given(service, 'cpu', Number(settings.cpu), context),
      memoryLimitMiB: given(service, 'memoryMb', fargateMemory(settings.cpu, settings.memoryMb), context),
      ephemeralStorageGiB: settings.diskGb > 20 ? given(service, 'diskGb', settings.diskGb, context) : undefined,
      runtimePlatform: object({
        cpuArchitecture: ts`ecs.CpuArchitecture.${ident(settings.architecture === 'arm64' ? 'ARM64' : 'X86_64')}`,
        operatingSystemFamily: ts`ecs.OperatingSystemFamily.LINUX`,
      }),
    })}`,
  );
  addTags(home, task, service, context);
  const variables = readEnvironment(settings.environment);
  const ports = containerPorts(service, context.topology.incoming(service.id));
  home.add(
    call(
      ts`${task}.addContainer`,
      CONTAINER,
      object({
        image: imageOf(service, context),
        portMappings: list(ports.map((containerPort) => object({ containerPort }))),
        environment:
          variables.length > 0
            ? object(Object.fromEntries(variables.map(({ name, value }) => [name, value])))
            : undefined,
        logging: call(ts`ecs.LogDrivers.awsLogs`, object({ logGroup: logs, streamPrefix: CONTAINER })),
      }),
    ),
  );
  const ecr = isParameter(service, 'image') ? readEcrImage(settings.image) : undefined;
  if (ecr) home.add(call(ts`${repositoryOf(service, ecr)}.grantPull`, ts`${task}.obtainExecutionRole()`));
  return task;
}

function strategiesOf(service: Service): Code | undefined {
  const shares = capacityOf(service);
  return (
    shares && list(shares.map(({ provider, weight, base }) => object({ capacityProvider: provider, weight, base })))
  );
}

export function ecsService(service: Service, context: CdkContext): void {
  const settings = settingsOf(service);
  const { vpc } = service;
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  const home = context.moduleOf(service);
  const subnets = context.subnets.of(service);
  const { min, desired, max } = service.traits.copies;
  const securityGroup = addSecurityGroup(service, context);
  const task = addTaskDefinition(service, context);
  const member = create(
    service,
    ts`ecs.FargateService`,
    {
      cluster: ts`${reachNetwork(home, vpc, context)}.cluster`,
      taskDefinition: task,
      capacityProviderStrategies: strategiesOf(service),
      // Left to scaling once it runs: a number here would be set again at every deployment.
      desiredCount: max > min && desired === min ? undefined : given(service, 'desired', desired, context),
      assignPublicIp: settings.publicIp,
      vpcSubnets: selectSubnets(home, subnets, context),
      securityGroups: list([securityGroup]),
      // A version that fails is taken back, and never do fewer tasks run meanwhile.
      circuitBreaker: object({ rollback: true }),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      healthCheckGracePeriod:
        groupsTo(context, service).length > 0
          ? call(ts`cdk.Duration.seconds`, given(service, 'startSeconds', settings.startSeconds, context))
          : undefined,
      propagateTags: ts`ecs.PropagatedTagSource.SERVICE`,
    },
    context,
  );
  if (max > min)
    home.add(
      call(
        ts`${member}.autoScaleTaskCount(${object({ minCapacity: min, maxCapacity: given(service, 'max', max, context) })}).scaleOnCpuUtilization`,
        'ScaleOnCpu',
        object({ targetUtilizationPercent: given(service, 'targetCpuPercent', settings.targetCpuPercent, context) }),
      ),
    );
  waitForRoutes(member, home, subnets, context);
}
