import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { noteSoftware } from '../instances';
import { emitMachine } from '../machine';

export const ec2Instance: Emitter = (service, context) => {
  const settings = kinds['ec2-instance'].read(service.element.settings);
  const volume = {
    type: settings.volumeType,
    gigabytes: settings.volumeGb,
    iops: settings.volumeIops,
    throughput: settings.volumeThroughput,
    keep: service.traits.stateful,
  };
  const { instanceType, publicIp, requireTokens } = settings;
  emitMachine(service, { instanceType, volume, publicIp, requireTokens, program: settings }, context);
  noteSoftware(service, context);
};
