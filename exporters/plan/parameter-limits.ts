import { fargateCpuFor, fargateMemory, fargateSizes } from '../../shared/catalog/fargate-sizes';
import { kinds } from '../../shared/catalog/services';
import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { readEcrImage } from './containers';
import { SMALLEST_LIMIT } from './firewalls';
import type { Surroundings } from './queues';
import { longestRun, shortestVisibility, visibilityFor } from './queues';

/** What may be given for a parameter, beside the bounds of the catalog. */
export interface ParameterLimits {
  /** As the template says it, where that is not the setting's own value. */
  readonly value?: number;
  /** What the value counts, where the catalog does not say. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly allowed?: readonly string[];
  readonly pattern?: string;
  /** What is wrong with any other value, in a sentence. */
  readonly explanation?: string;
}

/** Days that CloudWatch can keep logs for. CloudFormation, AWS::Logs::LogGroup, RetentionInDays. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const escapeDots = (text: string): string => text.replaceAll('.', '\\.');

/** Tasks get leave for the repository that is drawn, and need none for images from elsewhere. */
function imageLimits(image: string): ParameterLimits {
  const ecr = readEcrImage(image);
  if (!ecr)
    return {
      pattern: '^(?![0-9]{12}\\.dkr\\.ecr\\.)[A-Za-z0-9][A-Za-z0-9._/:@-]*$',
      explanation:
        'The address of an image outside of private repositories in Amazon ECR: the tasks have no leave for those',
    };
  const { account, region, repository } = ecr;
  const address = `${account}.dkr.ecr.${region}.amazonaws.com/${repository}`;
  return {
    pattern: `^${escapeDots(address)}([:@].+)?$`,
    explanation: `An image of ${address}: the tasks have leave for no other repository`,
  };
}

/** CPU and memory go together. Where both are parameters, only AWS can say which memory goes with which CPU. */
function fargateLimits(service: Service, key: 'cpu' | 'memoryMb'): ParameterLimits {
  const { cpu, memoryMb } = kinds['ecs-service'].read(service.element.settings);
  const isOther = service.element.parameters?.includes(key === 'cpu' ? 'memoryMb' : 'cpu') ?? false;
  if (key === 'cpu')
    return {
      value: Number(cpu),
      unit: 'CPU units, 1024 for a vCPU',
      allowed: fargateCpuFor(isOther ? undefined : memoryMb),
      explanation: isOther ? 'CPU units that AWS Fargate has' : `CPU units that AWS Fargate has with ${memoryMb} MB`,
    };
  if (isOther) return { explanation: 'MB of memory that AWS Fargate has with the CPU' };
  return {
    allowed: fargateSizes(cpu).map(String),
    explanation: `MB of memory that AWS Fargate has with ${cpu} CPU units`,
  };
}

/** Limits of one setting of a service that follow from its other settings and from what it is connected to. */
export function limitsOf(service: Service, key: string, around: Surroundings): ParameterLimits {
  const { kind } = service;
  const raw = service.element.settings;
  if (key === 'logRetention') {
    const retention = service.definition.read(raw)[key];
    return {
      value: Number(retention),
      unit: 'days',
      allowed: RETENTION_DAYS.map(String),
      explanation: 'Days that CloudWatch can keep logs for',
    };
  }
  if (kind === 'ecs-service' && key === 'image') return imageLimits(kinds[kind].read(raw).image);
  if (kind === 'ecs-service' && (key === 'cpu' || key === 'memoryMb')) return fargateLimits(service, key);
  if (kind === 'ecs-service' && key === 'diskGb') return { min: 21 };
  if (kind === 'lambda-function' && key === 'timeoutSeconds') {
    const max = longestRun(service, around);
    if (max === undefined) return {};
    return { max, explanation: `1 to ${max}: no longer than the queue hides the messages that are being read` };
  }
  if (kind === 'lambda-function' && key === 'reservedConcurrency')
    return { value: Math.round(kinds[kind].read(raw).reservedConcurrency ?? 0) };
  if (kind === 'sqs-queue' && key === 'visibilityTimeoutSeconds') {
    const min = shortestVisibility(service, around);
    const value = visibilityFor(service, around);
    return min === 0
      ? { value }
      : { value, min, explanation: `${min} or more: the function that reads may run that long` };
  }
  if (kind === 'waf-web-acl' && key === 'requestsPerFiveMinutes')
    return { min: SMALLEST_LIMIT, value: Math.max(SMALLEST_LIMIT, kinds[kind].read(raw).requestsPerFiveMinutes) };
  if (kind === 's3-bucket' && key === 'expireDays')
    return { min: 1, value: Math.max(1, Math.round(kinds[kind].read(raw).expireDays ?? 1)) };
  if (kind === 'secret' && key === 'rotationDays') return { min: 1 };
  return {};
}

type Settings = Readonly<Record<string, unknown>>;

/** Something that does not scale has no policy, and writes its size into more than one property. */
const scales = ({ min, max }: Settings): string | undefined =>
  Number(max) > Number(min) ? undefined : 'Nothing scales here: choose a maximum above the minimum first.';

/** The number to start with is left to scaling unless it is above the minimum. */
const starts = ({ min, max, desired }: Settings): string | undefined =>
  Number(desired) > Number(min) && Number(desired) <= Number(max)
    ? undefined
    : 'The number is left to scaling: choose one above the minimum, and not above the maximum, first.';

const ofProvisioned = (mode: unknown): string | undefined =>
  mode === 'provisioned' ? undefined : 'AWS provides what is needed: choose provisioned capacity first.';

const ofVolume = ({ volumeGb, volumeType }: Settings): string | undefined =>
  Number(volumeGb) < 8 || volumeType === 'st1'
    ? 'The image needs a volume of its own: choose SSD storage of 8 GB or more first.'
    : undefined;

const ofMemory = ({ cpu, memoryMb }: Settings): string | undefined => {
  const { cpu: units, memoryMb: wanted } = kinds['ecs-service'].read({ cpu, memoryMb });
  const sold = fargateMemory(units, wanted);
  return sold === wanted ? undefined : `AWS Fargate has no ${wanted} MB with this CPU: choose ${sold} MB first.`;
};

const PROBLEMS: Readonly<Record<string, (settings: Settings) => string | undefined>> = {
  'auto-scaling-group.max': scales,
  'ecs-service.max': scales,
  'auto-scaling-group.targetCpuPercent': scales,
  'ecs-service.targetCpuPercent': scales,
  'auto-scaling-group.desired': starts,
  'ecs-service.desired': starts,
  'auto-scaling-group.volumeGb': ofVolume,
  'ec2-instance.volumeGb': ofVolume,
  'ecs-service.cpu': ofMemory,
  'ecs-service.memoryMb': ofMemory,
  'ecs-service.diskGb': ({ diskGb }) =>
    Number(diskGb) > 20 ? undefined : 'The 20 GB that are included stand in no property: choose more first.',
  'dynamodb-table.readUnits': ({ billingMode }) => ofProvisioned(billingMode),
  'dynamodb-table.writeUnits': ({ billingMode }) => ofProvisioned(billingMode),
  'kinesis-stream.shards': ({ mode }) => ofProvisioned(mode),
  'lambda-function.reservedConcurrency': ({ reservedConcurrency }) =>
    reservedConcurrency === null ? 'Nothing is reserved: say how many copies first.' : undefined,
  'waf-web-acl.requestsPerFiveMinutes': ({ requestsPerFiveMinutes }) =>
    requestsPerFiveMinutes === 0 ? 'There is no rule for it without a limit: choose one first.' : undefined,
  's3-bucket.expireDays': ({ expireDays }) =>
    expireDays === null
      ? 'There is no rule for it where objects are kept for ever: say how many days first.'
      : undefined,
  'secret.rotationDays': ({ rotationDays }) =>
    rotationDays === 0 ? 'There is no schedule for it while nothing is changed: say how many days first.' : undefined,
};

/** Why a setting that can be a parameter is none beside the values that a service has. */
export function valueProblem(kind: string, key: string, settings: JsonObject | Settings): string | undefined {
  if (key === 'logRetention' && !/^\d+$/.test(String(settings[key])))
    return 'No property says how long while logs are kept nowhere or for ever: choose a number of days first.';
  return PROBLEMS[`${kind}.${key}`]?.(settings);
}
