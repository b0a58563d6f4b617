import { bastionHost } from '../../catalog/services/bastion-host';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

export const bastionHostSheet = defineSheet(bastionHost, ({ instanceType, volumeGb }, { isPublic }) =>
  chargeMachines({ instanceType, instances: 1, volumeType: 'gp3', volumeGb, publicAddresses: isPublic ? 1 : 0 }),
);
