import { route53Zone } from '../../catalog/services/route53-zone';
import type { Charge } from '../charge';
import { dnsQueries, healthCheckMonth, hostedZoneMonth } from '../price-key';
import { defineSheet, fromMillions, said } from '../sheet';

/** Queries for alias records of AWS resources are free; the setting counts the others. */
export const route53ZoneSheet = defineSheet(route53Zone, ({ healthChecks, queriesMillions }) => {
  const charges: Charge[] = [
    {
      item: 'hosted-zone',
      description: 'Hosted zone',
      price: hostedZoneMonth,
      quantity: 1,
      basis: '1 zone',
      pooled: true,
    },
    {
      item: 'queries',
      description: 'Standard queries',
      price: dnsQueries('standard'),
      quantity: fromMillions(queriesMillions),
      basis: said(queriesMillions, 'million'),
      pooled: true,
    },
  ];
  if (healthChecks > 0) {
    charges.push({
      item: 'health-checks',
      description: 'Health checks of AWS endpoints',
      price: healthCheckMonth('AWS'),
      quantity: healthChecks,
      basis: `${healthChecks} health checks`,
    });
  }
  return charges;
});
