import { kinds } from '../../../shared/catalog/services';
import { isOnSpot } from '../../plan/spot';
import type { Emitter } from '../emit-context';
import { noteSoftware } from '../instances';
import { emitMachine } from '../machine';

export const ec2Instance: Emitter = (service, context) => {
  const settings = kinds['ec2-instance'].read(service.element.settings);
  const volume = {
    type: settings.volumeType,
    gigabytes: settings.volumeGb,
    iops: settings.volumeIops,
    // CloudFormation has no such property for the volume of an instance.
    throughput: null,
    keep: service.traits.stateful,
  };
  const { instanceType, publicIp, requireTokens } = settings;
  if (settings.volumeType === 'gp3' && settings.volumeThroughput !== null)
    context.notes.add(
      'left-out',
      [service.id],
      `The throughput of the volume of ${service.name} is left out: CloudFormation takes it for launch templates only. Set it after the deployment.`,
    );
  emitMachine(service, { instanceType, volume, publicIp, requireTokens, program: settings }, context);
  noteSoftware(service, context);
  if (isOnSpot(context.topology, service))
    context.notes.add(
      'left-out',
      [service.id],
      `${service.name} is written On-Demand: nothing would replace a single Spot instance. Draw an Auto Scaling group for Spot.`,
    );
};
