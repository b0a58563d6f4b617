import { kinds } from '../../shared/catalog/services';
import type { Service } from '../../shared/topology/topology';
import { mountsOf } from '../plan/containers';
import type { PlannedSubnet } from '../plan/subnets';
import type { EmitContext } from './emit-context';

/** Subnets in which a file system answers: one in each zone, or just one. */
export function mountSubnets(files: Service, context: EmitContext): readonly PlannedSubnet[] {
  const inZones = context.subnets.perZone(files);
  return kinds.efs.read(files.element.settings).oneZone ? inZones.slice(0, 1) : inZones;
}

export const mountTargetPart = ({ zone }: PlannedSubnet): string => `MountTarget${zone.toUpperCase()}`;

/** Mount targets of all file systems that a program mounts at its start. */
export const mountTargetsFor = (service: Service, context: EmitContext): readonly string[] =>
  mountsOf(context.topology.outgoing(service.id), context.stack.has).flatMap((files) => mountTargetIds(files, context));

/** Logical ids of a file system's mount targets: whoever mounts it at its start waits for them. */
const mountTargetIds = (files: Service, context: EmitContext): readonly string[] =>
  mountSubnets(files, context).map((subnet) => context.id(files.id, mountTargetPart(subnet)));
