import type { Purchase } from '../../catalog/purchase';
import { GP3_IOPS, GP3_THROUGHPUT, volumeIopsOf, volumeThroughputOf } from '../../catalog/volume-performance';
import { chargeCapacity } from '../capacity-charges';
import { type Charge, HOURS } from '../charge';
import {
  ebsIops,
  ebsSnapshot,
  ebsStorage,
  ebsThroughput,
  ec2Hour,
  ec2ReservedHour,
  ec2ReservedUpfront,
  publicIpv4Hour,
  spotHour,
  type VolumeType,
} from '../price-key';
import { count } from '../sheet';

interface Machines {
  readonly instanceType: string;
  readonly instances: number;
  readonly hours: number;
  readonly purchase: Purchase;
  readonly volumeType: VolumeType;
  readonly volumeGb: number;
  /** As stated; null: as the kind of volume has them. */
  readonly volumeIops?: number | null;
  readonly volumeThroughput?: number | null;
  /** Snapshots of all volumes together. */
  readonly snapshotGb?: number | null;
  /** How many of them have a public IPv4 address. */
  readonly publicAddresses: number;
}

/** Public IPv4 addresses in use: charged by the hour since 2024-02-01, also on load balancers and NAT gateways. */
export const addressCharge = (addresses: number): Charge => ({
  item: 'public-ipv4',
  description: 'Public IPv4 addresses',
  price: publicIpv4Hour,
  quantity: addresses * HOURS,
  basis: `${addresses} ${addresses === 1 ? 'address' : 'addresses'} × ${HOURS} h`,
});

/** What a volume can do beyond what its kind includes: io2 pays for each of its IOPS, gp3 for those above 3,000 and for MiB/s above 125. */
const chargePerformance = ({ instances, volumeType, volumeGb, volumeIops, volumeThroughput }: Machines): Charge[] => {
  if (volumeType !== 'gp3' && volumeType !== 'io2') return [];
  const iops = volumeIopsOf(volumeType, volumeIops ?? null, volumeGb);
  const throughput = volumeThroughputOf(volumeType, volumeThroughput ?? null, iops);
  const paidIops = iops === null ? 0 : volumeType === 'io2' ? iops : iops - GP3_IOPS;
  const paidThroughput = throughput === null ? 0 : throughput - GP3_THROUGHPUT;
  const volumes = count(instances, 'volume');
  const charges: Charge[] = [];
  if (paidIops > 0)
    charges.push({
      item: 'volume-iops',
      description: volumeType === 'io2' ? 'EBS io2 provisioned IOPS' : 'EBS gp3 IOPS above 3,000',
      price: ebsIops(volumeType),
      quantity: instances * paidIops,
      basis: `${volumes} × ${paidIops} IOPS`,
    });
  if (paidThroughput > 0)
    charges.push({
      item: 'volume-throughput',
      description: 'EBS gp3 throughput above 125 MiB/s',
      price: ebsThroughput,
      quantity: instances * paidThroughput,
      basis: `${volumes} × ${paidThroughput} MiB/s`,
    });
  return charges;
};

/** EC2 instances with one volume each. */
export const chargeMachines = (machines: Machines): Charge[] => {
  const { instanceType, instances, hours, purchase, volumeType, volumeGb, publicAddresses } = machines;
  const charges: Charge[] = [
    ...chargeCapacity({
      item: 'instance-hours',
      title: `${instanceType}, Linux`,
      noun: 'instance',
      copies: instances,
      hours,
      purchase,
      onDemand: ec2Hour(instanceType),
      reservedHour: (term, payment) => ec2ReservedHour(instanceType, term, payment),
      reservedUpfront: (term, payment) => ec2ReservedUpfront(instanceType, term, payment),
      spot: spotHour(instanceType),
    }),
    {
      item: 'volume-storage',
      description: `EBS ${volumeType} volumes`,
      price: ebsStorage(volumeType),
      quantity: instances * volumeGb,
      basis: `${count(instances, 'volume')} × ${volumeGb} GB`,
    },
  ];
  charges.push(...chargePerformance(machines));
  if (machines.snapshotGb !== undefined && machines.snapshotGb !== null)
    charges.push({
      item: 'snapshot-storage',
      description: 'EBS snapshots',
      price: ebsSnapshot,
      quantity: machines.snapshotGb,
      basis: `${machines.snapshotGb} GB`,
    });
  if (publicAddresses > 0) charges.push(addressCharge(publicAddresses));
  return charges;
};
