import { designSettings } from '../../shared/catalog/design-settings';
import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';

/** Whether machines run on Spot capacity: bought so themselves, or as the design buys. */
export function isOnSpot({ design }: Topology, { element }: Service): boolean {
  const { purchase = 'design' } = element.settings;
  return (purchase === 'design' ? designSettings.read(design.header.settings).purchase : purchase) === 'spot';
}

/** One entry of a capacity provider strategy, in the words of ECS. */
export interface CapacityShare {
  readonly provider: 'FARGATE' | 'FARGATE_SPOT';
  readonly weight: number;
  /** So many tasks come from it first. */
  readonly base?: number;
}

/** Where tasks run; undefined where all run on plain Fargate, which needs no strategy. */
export function capacityOf(service: Service): readonly CapacityShare[] | undefined {
  const { capacity } = kinds['ecs-service'].read(service.element.settings);
  const { min } = service.traits.copies;
  if (capacity === 'on-demand') return undefined;
  const spot: CapacityShare = { provider: 'FARGATE_SPOT', weight: 1 };
  return capacity === 'spot' || min === 0 ? [spot] : [{ provider: 'FARGATE', weight: 0, base: min }, spot];
}
