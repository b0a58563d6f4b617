import { applicationLoadBalancer } from '../../catalog/services/application-load-balancer';
import { albCapacityHour, albHour } from '../price-key';
import { defineSheet } from '../sheet';
import { chargeLoadBalancer } from './load-balancer-charges';

export const applicationLoadBalancerSheet = defineSheet(
  applicationLoadBalancer,
  ({ scheme, capacityUnits }, { zones }) =>
    chargeLoadBalancer({
      name: 'Application Load Balancer',
      hour: albHour,
      capacityHour: albCapacityHour,
      capacityName: 'Load balancer capacity units (LCU)',
      capacityUnits,
      publicZones: scheme === 'internet-facing' ? zones : 0,
    }),
);
