import type { Zone } from '../topology/topology';

/**
 * What makes two drawn zones the same one: an account's zone letter means the same data centres in every VPC of the Region.
 * Without a Region, zones of one VPC with one letter count as the same.
 */
export const physicalZone = (zone: Zone): string =>
  zone.vpc?.region ? zone.code : `${zone.vpc ? `${zone.vpc.id}/${zone.letter}` : zone.id}`;
