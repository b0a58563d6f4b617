import { kindsOfFamily } from '../../../catalog/catalog';
import { isScalingKind } from '../../../catalog/scaling-groups';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Fix, Rule, Violation } from '../../rule';

const MACHINES = kindsOfFamily('compute');
const MANUAL: Fix = { id: 'managed', title: 'Leave it to a managed database, EFS or S3', kind: 'manual' };

const mountsFiles = (topology: Topology, id: string): boolean =>
  topology.outgoing(id).some(({ to }) => to.definition.family === 'file-system');

function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  const { id, name, kind, element, role } = machine;
  if (kind !== 'ec2-instance' && !isScalingKind(kind)) return undefined;
  // A Fargate task has no disk but its own, and mounts file systems for what must stay.
  const { dataDisk, localFiles } =
    kind === 'ecs-service'
      ? { dataDisk: mountsFiles(topology, id) ? 'volume' : 'instance', ...kinds[kind].read(element.settings) }
      : kinds[kind].read(element.settings);
  const isTask = kind === 'ecs-service';
  // Files of web and app tasks are STA-06's, which knows where to put them.
  const keepsFiles = localFiles === 'yes' && !(isTask && (role === 'web' || role === 'app'));
  if (dataDisk !== 'instance' || (role !== 'database' && !keepsFiles)) return undefined;
  const copied = [...topology.outgoing(id), ...topology.incoming(id)].some((link) => link.kind === 'replicates');
  if (copied) return undefined;
  return {
    elements: [id],
    message: `${name} keeps ${role === 'database' ? 'its data' : "users' files"} on disks that belong to the machine. They are emptied when it stops, fails or is replaced, and no copy exists. Keep the data on a volume and back it up, or leave it to a managed service.`,
    fixes: [...(isTask ? [] : [changeSettings(id, 'Keep the data on its volume', { dataDisk: 'volume' })]), MANUAL],
  };
}

export const dataOnMachineDisk: Rule = {
  id: 'STA-07',
  group: 'state',
  byPart: true,
  severity: 'error',
  title: 'Persistent data on ephemeral storage',
  why: 'Disks of a machine are fast because they are inside it, and they go where it goes.',
  trigger: "A machine keeps a database, or users' files, on its own disks, and replicates to nothing.",
  guide: ['4.2.5.2'],
  references: ['AWS Well-Architected REL09-BP01'],
  check: (topology) => mapDefined(ofKinds(topology, MACHINES), (machine) => checkMachine(topology, machine)),
};
