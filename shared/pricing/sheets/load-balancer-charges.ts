import { type Charge, HOURS } from '../charge';
import type { PriceKey } from '../price-key';
import { said } from '../sheet';
import { addressCharge } from './machine-charges';

interface LoadBalancer {
  readonly name: string;
  readonly hour: PriceKey;
  readonly capacityHour: PriceKey;
  readonly capacityName: string;
  /** Capacity units used on average; null where nobody said. */
  readonly capacityUnits: number | null;
  /** Zones it answers in from the internet: one public address in each; 0 for an internal one. */
  readonly publicZones: number;
}

/** A load balancer: its hours, its capacity units, and one public IPv4 address in each zone when it faces the internet. */
export const chargeLoadBalancer = (balancer: LoadBalancer): Charge[] => {
  const { name, hour, capacityHour, capacityName, capacityUnits, publicZones } = balancer;
  const charges: Charge[] = [
    {
      item: 'load-balancer-hours',
      description: name,
      price: hour,
      quantity: HOURS,
      basis: `${HOURS} h`,
    },
    {
      item: 'capacity-units',
      description: capacityName,
      price: capacityHour,
      quantity: capacityUnits === null ? null : capacityUnits * HOURS,
      basis: `${said(capacityUnits, 'units')} × ${HOURS} h`,
    },
  ];
  if (publicZones > 0) charges.push(addressCharge(publicZones));
  return charges;
};
