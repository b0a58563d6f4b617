import type { Role } from '../catalog/kind';
import type { Service, Topology } from '../topology/topology';

/**
 * What holds for a design as a whole, whatever part of it is looked at. When one of these is another, all parts are checked again:
 * plain values that are cheap to tell and seldom change.
 */
export interface Overall {
  /** Somebody is drawn who uses the design. */
  readonly hasActors: boolean;
  /** Something is connected with something; while the first parts are being placed, nothing is. */
  readonly isConnected: boolean;
  /** Id of what users most likely come to first, where nobody is drawn who does. */
  readonly front: string | undefined;
}

/** What users could reach first, the outermost first. */
const FRONT: readonly Role[] = ['dns', 'edge', 'load-balancer', 'web', 'app'];

function findFront(topology: Topology): string | undefined {
  const isFirst = ({ id }: Service): boolean => topology.incoming(id).length === 0;
  for (const role of FRONT) {
    const first = topology.ofRole(role).find(isFirst);
    if (first) return first.id;
  }
  return undefined;
}

export function tellOverall(topology: Topology): Overall {
  const hasActors = topology.actors.length > 0;
  return {
    hasActors,
    isConnected: topology.links.length > 0,
    front: hasActors ? undefined : findFront(topology),
  };
}
