import type { Service } from '../../../shared/topology/topology';
import { INSTALL_MOUNT_HELPER, mountCommands } from '../../plan/boot-script';
import { mountPath, mountsOf } from '../../plan/containers';
import { stemOf } from '../../plan/logical-ids';
import type { CdkContext } from '../cdk-context';
import { reachService } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, list, object, ts } from '../code-writer';

interface Pair {
  readonly service: Service;
  readonly files: Service;
  readonly index: number;
}

function mountInTasks({ service, files, index }: Pair, context: CdkContext): void {
  const { root } = context;
  const task = ts`${reachService(root, service, context)}.taskDefinition`;
  const system = reachService(root, files, context);
  const name = stemOf(files.id);
  const volume = { fileSystemId: ts`${system}.fileSystemId`, transitEncryption: 'ENABLED' };
  root.add(call(ts`${task}.addVolume`, object({ name, efsVolumeConfiguration: object(volume) })));
  root.add(
    call(
      ts`${task}.defaultContainer?.addMountPoints`,
      object({ sourceVolume: name, containerPath: mountPath(index), readOnly: false }),
    ),
  );
}

function mountOnMachines({ service, files, index }: Pair, context: CdkContext): void {
  const { root } = context;
  const id = ts`${reachService(root, files, context)}.fileSystemId`;
  const commands = mountCommands<Code>(id, mountPath(index)).map((parts) =>
    parts.length === 1 ? (parts[0] ?? '') : call(ts`cdk.Fn.join`, '', list(parts)),
  );
  const all = index === 0 ? [INSTALL_MOUNT_HELPER, ...commands] : commands;
  root.add(call(ts`${reachService(root, service, context)}.userData.addCommands`, ...all));
}

/** Tasks and machines mount the file systems they are connected to, once both exist. */
export function writeMounts(context: CdkContext): void {
  const { root } = context;
  const pairs = context.stack.services.flatMap((service): readonly Pair[] =>
    mountsOf(context.topology.outgoing(service.id), context.stack.has).map((files, index) => ({
      service,
      files,
      index,
    })),
  );
  if (pairs.length > 0) root.heading('File systems that programs mount.');
  for (const pair of pairs) {
    if (pair.service.kind === 'ecs-service') mountInTasks(pair, context);
    else mountOnMachines(pair, context);
    const program = reachService(root, pair.service, context);
    root.add(
      call(ts`${program}.node.addDependency`, ts`${reachService(root, pair.files, context)}.mountTargetsAvailable`),
    );
  }
}
