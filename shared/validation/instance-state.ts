import { isScalingKind } from '../catalog/scaling-groups';
import { kinds } from '../catalog/services';
import type { Service, Topology } from '../topology/topology';

export interface InstanceState {
  /** Where sessions are; a drawn session connection says `external`, whatever the setting. */
  readonly sessions: 'unknown' | 'none' | 'tokens' | 'memory' | 'disk' | 'external';
  readonly files: 'unknown' | 'no' | 'yes';
}

/** What an instance, Auto Scaling group or container service keeps on itself; undefined for every other kind. */
export function readInstanceState(topology: Topology, service: Service): InstanceState | undefined {
  if (service.kind !== 'ec2-instance' && !isScalingKind(service.kind)) return undefined;
  const { sessionStore, localFiles } = kinds[service.kind].read(service.element.settings);
  const drawn = topology.outgoing(service.id).some(({ kind }) => kind === 'session');
  return { sessions: drawn ? 'external' : sessionStore, files: localFiles };
}

export const keepsSessions = ({ sessions }: InstanceState): boolean => sessions === 'memory' || sessions === 'disk';

/** Copies of it would not be equal: each has sessions or files of its own. */
export function keepsState(topology: Topology, service: Service): boolean {
  const state = readInstanceState(topology, service);
  return state !== undefined && (keepsSessions(state) || state.files === 'yes');
}

/** Stateless machines, by the part they play. */
export const isServingCompute = ({ definition, role }: Service): boolean =>
  definition.family === 'compute' && (role === 'web' || role === 'app');
