import { ec2Instance } from '../../catalog/services/ec2-instance';
import { resolvePurchase } from '../capacity-charges';
import { chargeLogs } from '../log-charges';
import { defineSheet } from '../sheet';
import { chargeMachines } from './machine-charges';

export const ec2InstanceSheet = defineSheet(ec2Instance, (settings, place) => {
  const { instanceType, hoursPerMonth, purchase, volumeType, volumeGb, publicIp } = settings;
  const machine = chargeMachines({
    instanceType,
    instances: 1,
    hours: hoursPerMonth ?? place.hours,
    purchase: resolvePurchase(purchase, place.purchase),
    volumeType,
    volumeGb,
    volumeIops: settings.volumeIops,
    volumeThroughput: settings.volumeThroughput,
    snapshotGb: settings.snapshotGb,
    publicAddresses: publicIp ? 1 : 0,
  });
  return [...machine, ...chargeLogs(settings.logRetention, settings.logGb)];
});
