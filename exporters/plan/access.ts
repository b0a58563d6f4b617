import type { Link, Service, Topology } from '../../shared/topology/topology';
import type { StackPlan } from './placement';
import { rotationDaysOf, rotatorOf } from './secrets';

/** What a program must be allowed to do with another service, as far as IAM decides it. */
export type AccessLevel =
  | 'read'
  | 'write'
  | 'read-write'
  | 'log'
  | 'send'
  | 'receive'
  | 'invoke'
  | 'sign-in'
  | 'rotate';

export interface Access {
  /** The service whose role gets the permission: instances, Auto Scaling groups, functions. */
  readonly principal: Service;
  readonly target: Service;
  readonly level: AccessLevel;
}

const PROGRAMS: ReadonlySet<string> = new Set(['ec2-instance', 'auto-scaling-group', 'ecs-service', 'lambda-function']);

export const isProgram = (service: Service): boolean => PROGRAMS.has(service.kind);

/** A machine whose program proves itself with keys of its own, or may do nothing, has a role without permissions. */
const hasRole = ({ definition, element }: Service): boolean => {
  const { awsAccess } = definition.read(element.settings);
  return awsAccess === undefined || awsAccess === 'role';
};

function readAccess(link: Link): Access | undefined {
  const { from, to, kind } = link;
  if ((from.kind === 'sqs-queue' || from.kind === 'kinesis-stream') && isProgram(to))
    return hasRole(to) ? { principal: to, target: from, level: 'receive' } : undefined;
  if (!isProgram(from) || !hasRole(from)) return undefined;
  const access = (level: AccessLevel): Access => ({ principal: from, target: to, level });
  switch (to.kind) {
    case 's3-bucket':
      return access(kind === 'logs' ? 'log' : link.access);
    case 'dynamodb-table':
      return access(link.access);
    // Programs read secrets; only one that is said to write may change one.
    case 'secret':
      return access(link.access === 'write' ? 'write' : 'read');
    case 'rds-instance':
    case 'aurora-cluster':
      return kind === 'data' || kind === 'session' ? access('sign-in') : undefined;
    case 'sqs-queue':
    case 'kinesis-stream':
    case 'sns-topic':
      return access('send');
    case 'lambda-function':
      return access('invoke');
    default:
      return undefined;
  }
}

/** A function that changes a secret every so many days reads, stages and finishes its versions. */
const rotations = (topology: Topology, stack: StackPlan): readonly Access[] =>
  topology.ofKind('secret').flatMap((secret) => {
    const rotator =
      stack.has(secret.id) && rotationDaysOf(secret) > 0 ? rotatorOf({ topology, stack }, secret) : undefined;
    return rotator ? [{ principal: rotator, target: secret, level: 'rotate' } as const] : [];
  });

/** Permissions that follow from the drawn connections, each once, in the order of the connections. */
export function planAccess(topology: Topology, stack: StackPlan): readonly Access[] {
  const found = new Map<string, Access>();
  for (const rotation of rotations(topology, stack))
    found.set(`${rotation.principal.id} ${rotation.target.id} rotate`, rotation);
  for (const link of topology.links) {
    if (!stack.has(link.from.id) || !stack.has(link.to.id)) continue;
    const access = readAccess(link);
    if (access) found.set(`${access.principal.id} ${access.target.id} ${access.level}`, access);
  }
  return [...found.values()];
}

/** The key a service is encrypted with, where one is drawn. */
export const keyOf = (topology: Topology, stack: StackPlan, service: Service): Service | undefined =>
  topology.outgoing(service.id).find(({ kind, to }) => kind === 'uses' && to.kind === 'kms-key' && stack.has(to.id))
    ?.to;
