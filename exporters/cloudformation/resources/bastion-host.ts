import { kinds } from '../../../shared/catalog/services';
import type { Emitter } from '../emit-context';
import { emitMachine } from '../machine';

export const bastionHost: Emitter = (service, context) => {
  const { instanceType, volumeGb } = kinds['bastion-host'].read(service.element.settings);
  const volume = { type: 'gp3', gigabytes: volumeGb, keep: false } as const;
  emitMachine(service, { instanceType, volume, publicIp: true }, context);
  context.notes.add(
    'assumed',
    [service.id],
    `${service.name} has no key pair: sign in with EC2 Instance Connect or Session Manager.`,
  );
};
