import { kinds } from '../../shared/catalog/services';
import type { VolumeKind } from '../../shared/catalog/volume-performance';
import { volumeIopsOf, volumeThroughputOf } from '../../shared/catalog/volume-performance';
import type { Service } from '../../shared/topology/topology';
import { SMALLEST_LIMIT } from './firewalls';
import type { Notes } from './note';
import type { StackPlan } from './placement';

const GATEWAYS = { 'internet-gateway': 'internet gateway', 'nat-gateway': 'NAT gateway' } as const;

/** A default route that is asked for by name, where nothing is drawn that it could end at. */
function noteRoutes({ subnets }: StackPlan, notes: Notes): void {
  for (const { id, element, route } of subnets) {
    const { defaultRoute } = kinds.subnet.read(element.settings);
    if (defaultRoute === 'auto' || defaultRoute === 'none' || defaultRoute === route) continue;
    notes.add(
      'left-out',
      [id],
      `The subnet ${element.name} has no default route: its VPC has no ${GATEWAYS[defaultRoute]}, to which its settings send it.`,
    );
  }
}

interface StatedVolume {
  readonly type: VolumeKind;
  readonly gigabytes: number;
  readonly iops: number | null;
  readonly throughput: number | null;
}

/** Performance of a volume that is stated, and that a volume of its kind and size cannot have. */
function noteVolume(service: Service, { type, gigabytes, iops, throughput }: StatedVolume, notes: Notes): void {
  const given = volumeIopsOf(type, iops, gigabytes);
  if (iops !== null && given === null)
    notes.add(
      'left-out',
      [service.id],
      `${service.name} gets no IOPS of its own: those of ${type} come with its size.`,
    );
  else if (iops !== null && given !== iops && type === 'gp3')
    notes.add('assumed', [service.id], `The gp3 volume of ${service.name} gets ${given} IOPS.`);
  const speed = volumeThroughputOf(type, throughput, given);
  if (throughput !== null && speed === null)
    notes.add('left-out', [service.id], `${service.name} gets no throughput of its own: only gp3 takes one.`);
  else if (speed !== throughput)
    notes.add('assumed', [service.id], `The gp3 volume of ${service.name} gets a throughput of ${speed} MiB/s.`);
}

/** The volume of a machine; what an instance cannot be told of a gp3 volume's throughput, its emitter notes. */
function statedVolume(service: Service): StatedVolume | undefined {
  if (service.kind !== 'ec2-instance' && service.kind !== 'auto-scaling-group') return undefined;
  const settings = kinds[service.kind].read(service.element.settings);
  const { volumeType: type, volumeGb: gigabytes, volumeIops: iops, volumeThroughput } = settings;
  const isTold = service.kind === 'auto-scaling-group' || type !== 'gp3';
  return { type, gigabytes, iops, throughput: isTold ? volumeThroughput : null };
}

/** Lists settings that somebody chose and that the files cannot have as chosen. */
export function noteUnmetSettings(stack: StackPlan, notes: Notes): void {
  noteRoutes(stack, notes);
  for (const service of stack.services) {
    const volume = statedVolume(service);
    if (volume) noteVolume(service, volume, notes);
    if (service.kind !== 'waf-web-acl') continue;
    const { requestsPerFiveMinutes: limit } = kinds['waf-web-acl'].read(service.element.settings);
    if (limit > 0 && limit < SMALLEST_LIMIT)
      notes.add(
        'assumed',
        [service.id],
        `${service.name} lets ${SMALLEST_LIMIT} requests of one address pass, not ${limit}: AWS takes no lower limit.`,
      );
  }
}
