import { autoScalingGroup } from '../../catalog/services/auto-scaling-group';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

/** Priced at the desired capacity; scaling out costs more for as long as it lasts. */
export const autoScalingGroupSheet = defineSheet(
  autoScalingGroup,
  ({ instanceType, volumeType, volumeGb, publicIp }, { copies }) => {
    const instances = copies.desired;
    return [
      ...chargeMachines({ instanceType, instances, volumeType, volumeGb, publicAddresses: publicIp ? instances : 0 }),
      { item: 'auto-scaling', description: 'EC2 Auto Scaling', free: 'AWS charges for the instances only.' },
    ];
  },
);
