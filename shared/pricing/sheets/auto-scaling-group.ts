import { autoScalingGroup } from '../../catalog/services/auto-scaling-group';
import { resolvePurchase } from '../capacity-charges';
import { chargeLogs } from '../log-charges';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

/** Priced at the desired capacity; scaling out costs more for as long as it lasts. */
export const autoScalingGroupSheet = defineSheet(autoScalingGroup, (settings, place) => {
  const { instanceType, hoursPerMonth, purchase, volumeType, volumeGb, publicIp } = settings;
  const instances = place.copies.desired;
  return [
    ...chargeMachines({
      instanceType,
      instances,
      hours: hoursPerMonth ?? place.hours,
      purchase: resolvePurchase(purchase, place.purchase),
      volumeType,
      volumeGb,
      volumeIops: settings.volumeIops,
      volumeThroughput: settings.volumeThroughput,
      snapshotGb: settings.snapshotGb,
      publicAddresses: publicIp ? instances : 0,
    }),
    ...chargeLogs(settings.logRetention, settings.logGb),
    { item: 'auto-scaling', description: 'EC2 Auto Scaling', free: 'AWS charges for the instances only.' },
  ];
});
