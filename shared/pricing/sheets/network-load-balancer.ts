import { networkLoadBalancer } from '../../catalog/services/network-load-balancer';
import { nlbCapacityHour, nlbHour } from '../price-key';
import { defineSheet } from '../sheet';
import { chargeLoadBalancer } from './load-balancer-charges';

export const networkLoadBalancerSheet = defineSheet(networkLoadBalancer, ({ scheme, capacityUnits }, { zones }) =>
  chargeLoadBalancer({
    name: 'Network Load Balancer',
    hour: nlbHour,
    capacityHour: nlbCapacityHour,
    capacityName: 'Network load balancer capacity units (NLCU)',
    capacityUnits,
    publicZones: scheme === 'internet-facing' ? zones : 0,
  }),
);
