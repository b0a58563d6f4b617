import { interfaceEndpoint } from '../../catalog/services/interface-endpoint';
import { type Charge, HOURS } from '../charge';
import { endpointGigabyte, endpointHour } from '../price-key';
import { count, defineSheet, said } from '../sheet';

export const interfaceEndpointSheet = defineSheet(interfaceEndpoint, ({ gbPerMonth }, { zones }) => {
  const charges: Charge[] = [
    {
      item: 'endpoint-hours',
      description: 'Interface endpoint, in each zone',
      price: endpointHour,
      quantity: zones * HOURS,
      basis: `${count(zones, 'zone')} × ${HOURS} h`,
    },
  ];
  // Where nothing is stated here, the connections to the service bring what they state.
  if (gbPerMonth !== null)
    charges.push({
      item: 'data-processed',
      description: 'Data through the endpoint',
      price: endpointGigabyte,
      quantity: gbPerMonth,
      basis: said(gbPerMonth, 'GB'),
      pooled: true,
    });
  return charges;
});
