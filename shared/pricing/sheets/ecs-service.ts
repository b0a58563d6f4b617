import { fargateMemory } from '../../catalog/fargate-sizes';
import { ecsService } from '../../catalog/services/ecs-service';
import type { Charge } from '../charge';
import { chargeLogs } from '../log-charges';
import { fargateCpuHour, fargateDiskHour, fargateMemoryHour } from '../price-key';
import { count, defineSheet } from '../sheet';
import { addressCharge } from './machine-charges';

const INCLUDED_GB = 20;
const UNITS_A_CPU = 1024;
const MB_A_GB = 1024;

/** Spot prices of Fargate stand in no price list of AWS: what is charged is never more than On-Demand. */
const PURCHASE = {
  'on-demand': 'On-Demand',
  mixed: 'On-Demand; those on Spot cost less',
  spot: 'at most: On-Demand, Spot costs less',
} as const;

/** Priced at the desired number of tasks; scaling out costs more for as long as it lasts. */
export const ecsServiceSheet = defineSheet(ecsService, (settings, place) => {
  const tasks = place.copies.desired;
  const hours = settings.hoursPerMonth ?? place.hours;
  const architecture = settings.architecture === 'arm64' ? 'arm' : 'x86';
  const cpus = Number(settings.cpu) / UNITS_A_CPU;
  const gigabytes = fargateMemory(settings.cpu, settings.memoryMb) / MB_A_GB;
  const each = `${count(tasks, 'task')} × ${hours} h`;
  const charges: Charge[] = [
    {
      item: 'cpu-hours',
      description: `CPU of Fargate tasks, ${PURCHASE[settings.capacity]}`,
      price: fargateCpuHour(architecture),
      quantity: tasks * hours * cpus,
      basis: `${each} × ${cpus} vCPU`,
    },
    {
      item: 'memory-hours',
      description: `Memory of Fargate tasks, ${PURCHASE[settings.capacity]}`,
      price: fargateMemoryHour(architecture),
      quantity: tasks * hours * gigabytes,
      basis: `${each} × ${gigabytes} GB`,
    },
  ];
  const disk = settings.diskGb - INCLUDED_GB;
  if (disk > 0)
    charges.push({
      item: 'disk-hours',
      description: `Disks of Fargate tasks above ${INCLUDED_GB} GB`,
      price: fargateDiskHour,
      quantity: tasks * hours * disk,
      basis: `${each} × ${disk} GB`,
    });
  if (settings.publicIp) charges.push(addressCharge(tasks));
  charges.push(...chargeLogs(settings.logRetention, settings.logGb));
  charges.push({ item: 'service', description: 'Amazon ECS', free: 'AWS charges for the tasks only.' });
  return charges;
});
