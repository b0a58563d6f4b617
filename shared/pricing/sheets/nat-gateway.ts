import { natGateway } from '../../catalog/services/nat-gateway';
import { HOURS } from '../charge';
import { natGigabyte, natHour } from '../price-key';
import { defineSheet, said } from '../sheet';
import { addressCharge } from './machine-charges';

export const natGatewaySheet = defineSheet(natGateway, ({ gbPerMonth }) => [
  {
    item: 'gateway-hours',
    description: 'NAT gateway',
    price: natHour,
    quantity: HOURS,
    basis: `${HOURS} h`,
  },
  {
    item: 'data-processed',
    description: 'Data through the NAT gateway',
    price: natGigabyte,
    quantity: gbPerMonth,
    basis: said(gbPerMonth, 'GB'),
  },
  addressCharge(1),
]);
