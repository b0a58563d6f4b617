import type { Purchase } from '../../catalog/purchase';
import { chargeCapacity } from '../capacity-charges';
import { type Charge, HOURS } from '../charge';
import {
  ebsIops,
  ebsStorage,
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

/** EC2 instances with one volume each. gp3 includes 3,000 IOPS and 125 MiB/s; io2 asks for IOPS, which nobody states. */
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
  if (volumeType === 'io2') {
    charges.push({
      item: 'volume-iops',
      description: 'EBS io2 provisioned IOPS',
      price: ebsIops('io2'),
      quantity: null,
      basis: '? IOPS',
    });
  }
  if (publicAddresses > 0) charges.push(addressCharge(publicAddresses));
  return charges;
};
