import type { JsonObject } from '../../../shared/util/json';
import * as dataAndCompute from './data-and-compute';
import * as loadBalancing from './load-balancing';
import * as network from './network';
import { viewTemplate } from './template-view';
import type { Trap, TrapFinding } from './trap';

const traps: readonly Trap[] = [network, loadBalancing, dataAndCompute].flatMap((group) => Object.values(group));

/**
 * Faults of a template that only show once it is deployed; nothing for a sound one.
 * @param region where the stack is to lie, for what AWS takes in some Regions only
 */
export function findTraps(template: JsonObject, region: string | null = null): readonly TrapFinding[] {
  const view = viewTemplate(template, region);
  return traps.flatMap((trap) => trap(view));
}
