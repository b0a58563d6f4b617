import { ec2Instance } from '../../catalog/services/ec2-instance';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

export const ec2InstanceSheet = defineSheet(ec2Instance, ({ instanceType, volumeType, volumeGb, publicIp }) =>
  chargeMachines({ instanceType, instances: 1, volumeType, volumeGb, publicAddresses: publicIp ? 1 : 0 }),
);
