import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { emitMachine } from '../machine';

const NO_PROGRAM = { environment: '', logRetention: 'none' } as const;

export const bastionHost: Emitter = (service, context) => {
  const { instanceType, volumeGb } = kinds['bastion-host'].read(service.element.settings);
  const volume = { type: 'gp3', gigabytes: volumeGb, iops: null, throughput: null, keep: false } as const;
  emitMachine(service, { instanceType, volume, publicIp: true, requireTokens: true, program: NO_PROGRAM }, context);
  context.notes.add(
    'assumed',
    [service.id],
    `${service.name} has no key pair: sign in with EC2 Instance Connect or Session Manager.`,
  );
};
