import { bastionHost } from '../../catalog/services/bastion-host';
import { HOURS } from '../charge';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

export const bastionHostSheet = defineSheet(bastionHost, ({ instanceType, volumeGb }, { isPublic }) =>
  chargeMachines({
    instanceType,
    instances: 1,
    hours: HOURS,
    purchase: 'on-demand',
    volumeType: 'gp3',
    volumeGb,
    publicAddresses: isPublic ? 1 : 0,
  }),
);
