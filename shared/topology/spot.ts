import { autoScalingGroup } from '../catalog/services/auto-scaling-group';
import { ec2Instance } from '../catalog/services/ec2-instance';
import { ecsService } from '../catalog/services/ecs-service';
import type { Service } from './topology';

/** Whether work survives that AWS takes an instance back with two minutes' notice, and why. */
export interface SpotVerdict {
  readonly survives: boolean;
  readonly reason: string;
}

const no = (reason: string): SpotVerdict => ({ survives: false, reason });
const yes = (reason: string): SpotVerdict => ({ survives: true, reason });

const judgeTasks = ({ element, role, traits }: Service): SpotVerdict => {
  const { sessionStore, capacity, min } = ecsService.read(element.settings);
  if (role === 'worker') return yes('A task that is taken away leaves its work to the others or to its successor.');
  if (sessionStore === 'memory' || sessionStore === 'disk')
    return no('Its tasks keep sessions, which go with them. Keep sessions in a cache or database.');
  if (capacity === 'mixed' && min > 0) return yes('The minimum of its tasks stays.');
  return traits.copies.desired < 2
    ? no('Its only task would be taken away until another has started. Run at least two.')
    : yes('The service replaces a task that is taken away while others serve.');
};

const judgeGroup = ({ element, role, traits }: Service): SpotVerdict => {
  const { sessionStore } = autoScalingGroup.read(element.settings);
  if (role === 'worker') return yes('A worker that is taken away leaves its work to the others or to its successor.');
  if (traits.copies.desired < 2) return no('Its only instance would be taken away for minutes. Run at least two.');
  if (sessionStore === 'memory' || sessionStore === 'disk')
    return no('Its instances keep sessions, which go with them. Keep sessions in a cache or database.');
  if (sessionStore === 'unknown') return no('Where sessions are kept is not stated; those on an instance go with it.');
  return yes('The group replaces an instance that is taken away while others serve, and none keeps sessions.');
};

/** Judges whether a service may run on Spot instances. */
export const judgeSpot = (service: Service): SpotVerdict => {
  const { kind, traits, role, element } = service;
  if (kind !== 'auto-scaling-group' && kind !== 'ec2-instance' && kind !== 'ecs-service')
    return no('AWS sells Spot capacity for EC2 instances and Fargate tasks only.');
  if (traits.stateful || role === 'database' || role === 'cache')
    return no(`It keeps data on its own disk, which goes with the ${kind === 'ecs-service' ? 'task' : 'instance'}.`);
  if (kind === 'ecs-service') return judgeTasks(service);
  if (kind === 'auto-scaling-group') return judgeGroup(service);
  const { sessionStore } = ec2Instance.read(element.settings);
  if (role === 'worker' && sessionStore !== 'memory' && sessionStore !== 'disk')
    return yes('A single worker may wait; make sure that it starts again and takes up its work.');
  return no('Nothing replaces a single instance that is taken away. Use an Auto Scaling group.');
};
